package org.scaena.nodetree.internal;

import org.jspecify.annotations.Nullable;
import org.scaena.node.NodeEvent;
import org.scaena.node.NodeInfo;

/** Keeps a mirror by what the server tells, some of which gets lost. */
final class Notifications {

    private final Mirror mirror;
    private final Absentees absentees;

    Notifications(Mirror mirror, Absentees absentees) {
        this.mirror = mirror;
        this.absentees = absentees;
    }

    void take(Notice notice) {
        NodeInfo info = notice.node();
        if (absentees.hides(info.id())) {
            return;
        }
        switch (notice.kind()) {
            case GO -> went(info);
            case END -> ended(info);
            case MOVE, INFO -> known(info);
            case ON -> runs(info, true);
            case OFF -> runs(info, false);
        }
    }

    /**
     * A node that lives already is told again when somebody makes a group that is there. A synth
     * can't be made twice, nor a group under another parent: then the end of the first was lost, or
     * never sent, as when a synth takes the place and the id of another.
     */
    private void went(NodeInfo info) {
        MirrorNode node = mirror.get(info.id());
        if (node != null && isAnother(node, info)) {
            mirror.remove(node, node.info());
            node = null;
        }
        if (node == null) {
            mirror.make(info);
        } else if (!node.info().equals(info)) {
            mirror.doubt();
        }
    }

    private boolean isAnother(MirrorNode node, NodeInfo info) {
        return node.group != info.group()
                || MirrorNode.id(node.parent) != info.parent()
                || (!node.group && absentees.expects(info.id()));
    }

    private void ended(NodeInfo info) {
        MirrorNode node = mirror.get(info.id());
        if (node == null && absentees.expects(info.id())) {
            node = mirror.make(unplaced(info));
        }
        if (node != null) {
            mirror.remove(node, info);
        }
    }

    /** Its start was lost, and with it the place where it started. */
    private static NodeInfo unplaced(NodeInfo info) {
        int none = MirrorNode.NONE;
        return new NodeInfo(info.id(), none, none, none, info.group(), none, none);
    }

    private void runs(NodeInfo info, boolean running) {
        MirrorNode node = known(info);
        if (node != null && node.paused == running) {
            node.paused = !running;
            mirror.tell(running ? NodeEvent.Kind.RESUMED : NodeEvent.Kind.PAUSED, node, info);
        }
    }

    /** The node that is told of, moved to where it is, made if its start was lost. */
    private @Nullable MirrorNode known(NodeInfo info) {
        MirrorNode node = mirror.get(info.id());
        if (node != null && node.group != info.group()) {
            mirror.remove(node, node.info());
            node = null;
        }
        if (node == null) {
            return mirror.make(info);
        }
        mirror.locate(node, info);
        return node;
    }
}
