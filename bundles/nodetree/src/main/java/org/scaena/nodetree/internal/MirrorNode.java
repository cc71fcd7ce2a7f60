package org.scaena.nodetree.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scaena.node.ControlReading;
import org.scaena.node.GroupBuilder;
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

    /** Whether the controls are all that the definition has, as the server told them. */
    boolean complete;

    @Nullable String defName;

    /** Immutable, unless one was set since they were read last. */
    private List<ControlReading> controls = List.of();

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

    /** The first node that runs in this one and has none in it; this one if it is empty. */
    MirrorNode innermost() {
        MirrorNode node = this;
        for (MirrorNode first = head; first != null; first = first.head) {
            node = first;
        }
        return node;
    }

    /** The node behind this one in the order in which all inside a group run, or null. */
    @Nullable MirrorNode following(MirrorNode within) {
        if (head != null) {
            return head;
        }
        return followingOutside(within);
    }

    /** The same, but that what is in this node is passed over. */
    @Nullable MirrorNode followingOutside(MirrorNode within) {
        MirrorNode node = this;
        while (node != null && node != within && node.next == null) {
            node = node.parent;
        }
        return node == null || node == within ? null : node.next;
    }

    /** The controls as they are now. */
    List<ControlReading> controls() {
        controls = List.copyOf(controls);
        return controls;
    }

    void controls(List<ControlReading> known) {
        controls = known;
    }

    /** The controls, to be changed. */
    List<ControlReading> changeableControls() {
        if (!(controls instanceof ArrayList)) {
            controls = new ArrayList<>(controls);
        }
        return controls;
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
                : new SynthSnapshot(id, state(), Optional.ofNullable(defName), controls());
    }

    GroupSnapshot groupSnapshot() {
        GroupBuilder copy = new GroupBuilder();
        copy.open(id, state());
        MirrorNode last = this;
        for (MirrorNode node = head; node != null; node = node.following(this)) {
            last.closeGroupsUpTo(node.parent, copy);
            if (node.group) {
                copy.open(node.id, node.state());
            } else {
                copy.add(node.snapshot());
            }
            last = node;
        }
        last.closeGroupsUpTo(parent, copy);
        return copy.whole();
    }

    /** Closes this group, if it is one, and those around it that end before the next node. */
    private void closeGroupsUpTo(@Nullable MirrorNode nextsGroup, GroupBuilder copy) {
        MirrorNode open = group ? this : parent;
        while (open != null && open != nextsGroup) {
            copy.close();
            open = open.parent;
        }
    }

    static int id(@Nullable MirrorNode node) {
        return node == null ? NONE : node.id;
    }
}
