package org.scaena.nodetree.internal;

import org.jspecify.annotations.Nullable;
import org.scaena.node.NodeEvent.Kind;
import org.scaena.node.NodeInfo;

/**
 * The nodes of a server and their places, as far as they are known.
 *
 * <p>A node may be alive without being in the tree: {@code /n_after x x} does that. Such a stray is
 * known here but in no snapshot, just as the server counts it but lists it in no query.
 */
final class Mirror {

    /** Hears what happens to nodes, while the mirror is kept from changing. */
    interface Events {

        /** Nobody listens. */
        Events NONE = (kind, node, info, former) -> {};

        /**
         * Something happened.
         *
         * @param node the node, in its place, also if it is about to be removed
         * @param info where it is as the server says, or was
         * @param former the group in which it was before, if it has moved
         */
        void tell(Kind kind, MirrorNode node, NodeInfo info, @Nullable MirrorNode former);
    }

    private static final int ROOT = 0;

    private final Events events;
    private final Absentees absentees;
    private NodeTable nodes = new NodeTable();
    private final MirrorNode root = new MirrorNode(ROOT, true);
    private int groups = 1;
    private boolean doubtful;

    /** A mirror of an empty tree that tells what happens in it. */
    Mirror(Absentees absentees, Events events) {
        this.absentees = absentees;
        this.events = events;
        nodes.add(root);
    }

    MirrorNode root() {
        return root;
    }

    @Nullable MirrorNode get(int id) {
        return nodes.get(id);
    }

    /** Whether a node is to be kept out. */
    boolean hides(int id) {
        return absentees.hides(id);
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

    /** Forgets all nodes but the root, and tells nothing. */
    void clear() {
        nodes = new NodeTable();
        nodes.add(root);
        root.head = null;
        root.tail = null;
        groups = 1;
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
        MirrorNode group = info.parent() == MirrorNode.NONE ? null : nodes.get(info.parent());
        if (info.parent() != MirrorNode.NONE && (group == null || !group.group)) {
            doubt();
            return null;
        }
        removeReplaced(absentees.replacedBy(info.id()));
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

    /** The server does not tell the end of what a node replaces. */
    private void removeReplaced(int id) {
        MirrorNode replaced = id == MirrorNode.NONE ? null : nodes.get(id);
        if (replaced != null) {
            remove(replaced, replaced.info());
        }
    }

    /** Adds a node that has no place yet, with what was expected of it. */
    MirrorNode add(int id, boolean group) {
        Absentees.Expected expected = absentees.arrived(id);
        MirrorNode node = new MirrorNode(id, group);
        nodes.add(node);
        groups += group ? 1 : 0;
        if (expected != null && !group) {
            node.defName = expected.defName();
            node.controls(expected.controls());
        }
        return node;
    }

    /** Moves a node to where the server says it is, and tells so if it was elsewhere. */
    void locate(MirrorNode node, NodeInfo info) {
        MirrorNode former = node.parent;
        if (move(node, info)) {
            events.tell(Kind.MOVED, node, info, former);
        }
    }

    /** Moves a node to where the server says it is; tells whether it was elsewhere. */
    boolean move(MirrorNode node, NodeInfo info) {
        if (node == root || isAt(node, info)) {
            return false;
        }
        MirrorNode group = info.parent() == MirrorNode.NONE ? null : nodes.get(info.parent());
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
        MirrorNode last = node.innermost();
        while (last != node && last.parent != null) {
            MirrorNode outer = last.parent;
            drop(last, last.info());
            last = outer.innermost();
        }
        drop(node, lastSeen);
    }

    private void drop(MirrorNode node, NodeInfo lastSeen) {
        tell(Kind.ENDED, node, lastSeen);
        node.unlink();
        nodes.remove(node);
        groups -= node.group ? 1 : 0;
        absentees.ended(node.id);
    }

    void tell(Kind kind, MirrorNode node, NodeInfo info) {
        events.tell(kind, node, info, null);
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
        MirrorNode node = id == MirrorNode.NONE ? null : nodes.get(id);
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
