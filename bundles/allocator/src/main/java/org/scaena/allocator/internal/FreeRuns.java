package org.scaena.allocator.internal;

/**
 * Which of a row of numbers are free, as a binary tree over the row.
 *
 * <p>Each node of the tree knows three lengths of its part of the row: of the free run at its head,
 * of the one at its tail, and of the longest. A part that is all free or all taken stands for
 * everything below it, so that marking a run and finding the first one that is long enough both
 * take O(log n).
 */
final class FreeRuns {

    private static final int ROOT = 1;

    private final int size;
    private final int[] head;
    private final int[] tail;
    private final int[] longest;

    /** A row of numbers from 0, all free. */
    FreeRuns(int count) {
        size = count <= 1 ? 1 : Integer.highestOneBit(count - 1) << 1;
        head = new int[2 * size];
        tail = new int[2 * size];
        longest = new int[2 * size];
        mark(0, count, true);
    }

    /** The lowest number from which {@code count} are free, or −1. */
    int first(int count) {
        if (longest[ROOT] < count) {
            return -1;
        }
        int node = ROOT;
        int from = 0;
        for (int length = size; longest[node] < length; length /= 2) {
            int left = 2 * node;
            int right = left + 1;
            if (longest[left] >= count) {
                node = left;
            } else if (tail[left] + head[right] >= count) {
                return from + length / 2 - tail[left];
            } else {
                node = right;
                from += length / 2;
            }
        }
        return from;
    }

    /** The length of the longest free run. */
    int longest() {
        return longest[ROOT];
    }

    /** Marks numbers as free or taken. */
    void mark(int first, int count, boolean free) {
        mark(ROOT, 0, size, first, first + count, free);
    }

    private void mark(int node, int from, int length, int first, int end, boolean free) {
        if (end <= from || from + length <= first) {
            return;
        }
        if (first <= from && from + length <= end) {
            fill(node, free ? length : 0);
            return;
        }
        int left = 2 * node;
        int right = left + 1;
        int half = length / 2;
        if (longest[node] == 0 || longest[node] == length) {
            fill(left, longest[node] / 2);
            fill(right, longest[node] / 2);
        }
        mark(left, from, half, first, end, free);
        mark(right, from + half, half, first, end, free);
        head[node] = head[left] == half ? half + head[right] : head[left];
        tail[node] = tail[right] == half ? half + tail[left] : tail[right];
        longest[node] = Math.max(Math.max(longest[left], longest[right]), tail[left] + head[right]);
    }

    private void fill(int node, int free) {
        head[node] = free;
        tail[node] = free;
        longest[node] = free;
    }
}
