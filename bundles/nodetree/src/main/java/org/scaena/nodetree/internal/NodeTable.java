package org.scaena.nodetree.internal;

import org.jspecify.annotations.Nullable;

/**
 * Nodes by their ids: a hash table without entries of its own, eight bytes a node at most.
 *
 * <p>Collisions go to the next free slot; a removal closes the gap that it leaves.
 */
final class NodeTable {

    private static final int FEWEST_SLOTS = 64;
    private static final int SPREAD = 0x9E3779B9;

    private @Nullable MirrorNode[] slots = new MirrorNode[FEWEST_SLOTS];
    private int size;

    int size() {
        return size;
    }

    @Nullable MirrorNode get(int id) {
        return slots[slotOf(id)];
    }

    /** Adds a node whose id is not there yet. */
    void add(MirrorNode node) {
        if (++size * 2 > slots.length) {
            resize(slots.length * 2);
        }
        slots[slotOf(node.id)] = node;
    }

    void remove(MirrorNode node) {
        int slot = slotOf(node.id);
        if (slots[slot] == null) {
            return;
        }
        size--;
        closeGap(slot);
        if (size * 16 < slots.length && slots.length > FEWEST_SLOTS) {
            resize(slots.length / 4);
        }
    }

    /** Moves what would not be found behind a gap into it. */
    private void closeGap(int slot) {
        int gap = slot;
        int at = next(gap);
        for (MirrorNode node = slots[at]; node != null; node = slots[at]) {
            if (distance(home(node.id), at) >= distance(gap, at)) {
                slots[gap] = node;
                gap = at;
            }
            at = next(at);
        }
        slots[gap] = null;
    }

    private void resize(int length) {
        @Nullable MirrorNode[] before = slots;
        slots = new MirrorNode[length];
        for (MirrorNode node : before) {
            if (node != null) {
                slots[slotOf(node.id)] = node;
            }
        }
    }

    /** Where a node of this id is, or would be put. */
    private int slotOf(int id) {
        int slot = home(id);
        for (MirrorNode node = slots[slot]; node != null && node.id != id; node = slots[slot]) {
            slot = next(slot);
        }
        return slot;
    }

    private int home(int id) {
        return (id * SPREAD) >>> (Integer.numberOfLeadingZeros(slots.length) + 1);
    }

    private int next(int slot) {
        return slot + 1 & slots.length - 1;
    }

    private int distance(int from, int to) {
        return to - from & slots.length - 1;
    }
}
