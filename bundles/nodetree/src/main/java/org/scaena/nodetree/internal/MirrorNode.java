package org.scaena.nodetree.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scaena.node.ControlReading;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeInfo;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.NodeState;
import org.scaena.node.SynthSnapshot;

/** A node, linked to its neighbours as scsynth links it. */
final class MirrorNode {

    static final int NONE = -1;

    final int id;
    final boolean group;
    boolean paused;
    @Nullable String defName;
    List<ControlReading> controls = List.of();
    @Nullable MirrorNode parent;
    @Nullable MirrorNode previous;
    @Nullable MirrorNode next;
    @Nullable MirrorNode head;
    @Nullable MirrorNode tail;

    MirrorNode(int id, boolean group) {
        this.id = id;
        this.group = group;
    }

    /** Puts this node, which is nowhere, before a child of a group, or at the group's tail. */
    void link(MirrorNode into, @Nullable MirrorNode before) {
        MirrorNode after = before == null ? into.tail : before.previous;
        parent = into;
        previous = after;
        next = before;
        if (after == null) {
            into.head = this;
        } else {
            after.next = this;
        }
        if (before == null) {
            into.tail = this;
        } else {
            before.previous = this;
        }
    }

    /** Takes this node out of its group, with all that is in it. */
    void unlink() {
        MirrorNode from = parent;
        if (from == null) {
            return;
        }
        if (previous == null) {
            from.head = next;
        } else {
            previous.next = next;
        }
        if (next == null) {
            from.tail = previous;
        } else {
            next.previous = previous;
        }
        parent = null;
        previous = null;
        next = null;
    }

    /** Whether this node is another, or somewhere in it. */
    boolean isWithin(MirrorNode other) {
        for (MirrorNode node = this; node != null; node = node.parent) {
            if (node == other) {
                return true;
            }
        }
        return false;
    }

    List<MirrorNode> children() {
        List<MirrorNode> children = new ArrayList<>();
        for (MirrorNode child = head; child != null; child = child.next) {
            children.add(child);
        }
        return children;
    }

    NodeState state() {
        return paused ? NodeState.PAUSED : NodeState.PLAYING;
    }

    NodeInfo info() {
        return new NodeInfo(id, id(parent), id(previous), id(next), group, id(head), id(tail));
    }

    NodeSnapshot snapshot() {
        return group
                ? groupSnapshot()
                : new SynthSnapshot(id, state(), Optional.ofNullable(defName), controls);
    }

    GroupSnapshot groupSnapshot() {
        List<NodeSnapshot> inside = new ArrayList<>();
        for (MirrorNode child = head; child != null; child = child.next) {
            inside.add(child.snapshot());
        }
        return new GroupSnapshot(id, state(), inside);
    }

    static int id(@Nullable MirrorNode node) {
        return node == null ? NONE : node.id;
    }
}
