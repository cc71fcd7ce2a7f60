package org.scaena.nodetree.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scaena.node.NodeEvent;
import org.scaena.node.NodeEvent.Kind;
import org.scaena.node.NodeInfo;

/**
 * The nodes of a server and their places, as far as they are known.
 *
 * <p>A node may be alive without being in the tree: {@code /n_after x x} does that. Such a stray is
 * known here but in no snapshot, just as the server counts it but lists it in no query.
 */
final class Mirror {

    private static final int ROOT = 0;

    private final Consumer<NodeEvent> events;
    private final Absentees absentees;
    private final Map<Integer, MirrorNode> nodes = new HashMap<>();
    private final MirrorNode root = new MirrorNode(ROOT, true);
    private int groups = 1;
    private boolean doubtful;

    /** A mirror of an empty tree that tells what happens in it. */
    Mirror(Absentees absentees, Consumer<NodeEvent> events) {
        this.absentees = absentees;
        this.events = events;
        nodes.put(ROOT, root);
    }

    MirrorNode root() {
        return root;
    }

    @Nullable MirrorNode get(int id) {
        return nodes.get(id);
    }

    int size() {
        return nodes.size();
    }

    int groups() {
        return groups;
    }

    int synths() {
        return nodes.size() - groups;
    }

    /** Whether something did not fit together since it was last settled. */
    boolean isDoubtful() {
        return doubtful;
    }

    /** Notes that something does not fit together, so that the tree should be read again. */
    void doubt() {
        doubtful = true;
    }

    /** Notes that the tree is as the server has it. */
    void settle() {
        doubtful = false;
    }

    /** Adds a node where the server says it is; not if its group is unknown. */
    @Nullable MirrorNode make(NodeInfo info) {
        MirrorNode group = nodes.get(info.parent());
        if (info.parent() != MirrorNode.NONE && (group == null || !group.group)) {
            doubt();
            return null;
        }
        MirrorNode node = add(info.id(), info.group());
        if (group != null) {
            link(node, group, info);
        }
        if (MirrorNode.id(node.head) != info.head()) {
            doubt();
        }
        tell(Kind.WENT, node, info);
        return node;
    }

    /** Adds a node that has no place yet, with what was expected of it. */
    MirrorNode add(int id, boolean group) {
        MirrorNode node = new MirrorNode(id, group);
        nodes.put(id, node);
        groups += group ? 1 : 0;
        Absentees.Expected expected = absentees.arrived(id);
        if (expected != null && !group) {
            node.defName = expected.defName();
            node.controls = expected.controls();
        }
        return node;
    }

    /** Moves a node to where the server says it is; tells whether it was elsewhere. */
    boolean locate(MirrorNode node, NodeInfo info) {
        if (node == root || isAt(node, info)) {
            return false;
        }
        MirrorNode group = nodes.get(info.parent());
        if (info.parent() == MirrorNode.NONE || (group != null && group.isWithin(node))) {
            boolean wasSomewhere = node.parent != null;
            node.unlink();
            return wasSomewhere;
        }
        if (group == null || !group.group) {
            doubt();
            return false;
        }
        MirrorNode formerParent = node.parent;
        MirrorNode formerPrevious = node.previous;
        MirrorNode formerNext = node.next;
        node.unlink();
        link(node, group, info);
        return node.parent != formerParent
                || node.previous != formerPrevious
                || node.next != formerNext;
    }

    /** Removes a node and all that is in it, the innermost first, as the server does. */
    void remove(MirrorNode node, NodeInfo lastSeen) {
        if (node == root) {
            return;
        }
        for (MirrorNode child = node.head; child != null; child = node.head) {
            remove(child, child.info());
        }
        node.unlink();
        nodes.remove(node.id);
        groups -= node.group ? 1 : 0;
        absentees.ended(node.id);
        tell(Kind.ENDED, node, lastSeen);
    }

    void tell(Kind kind, MirrorNode node, NodeInfo info) {
        events.accept(new NodeEvent(kind, info, Optional.ofNullable(node.defName)));
    }

    /** Either neighbour decides the place; the other one shows whether both sides agree. */
    private void link(MirrorNode node, MirrorNode group, NodeInfo info) {
        MirrorNode previous = childOf(group, info.previous());
        if (info.previous() == MirrorNode.NONE) {
            node.link(group, group.head);
        } else if (previous != null) {
            node.link(group, previous.next);
        } else {
            node.link(group, childOf(group, info.next()));
        }
        if (contradicts(MirrorNode.id(node.previous), info.previous())
                || contradicts(MirrorNode.id(node.next), info.next())) {
            doubt();
        }
    }

    private @Nullable MirrorNode childOf(MirrorNode group, int id) {
        MirrorNode node = nodes.get(id);
        return node != null && node.parent == group ? node : null;
    }

    /** Nodes to which the server gave ids come and go without a word, so they prove nothing. */
    private static boolean contradicts(int known, int told) {
        return known != told && known >= MirrorNode.NONE && told >= MirrorNode.NONE;
    }

    private static boolean isAt(MirrorNode node, NodeInfo info) {
        return MirrorNode.id(node.parent) == info.parent()
                && MirrorNode.id(node.previous) == info.previous()
                && MirrorNode.id(node.next) == info.next();
    }
}
