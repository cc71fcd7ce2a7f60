package org.scaena.allocator.internal;

/**
 * Which of a row of numbers are free: a bit for each, and a binary tree over words of bits.
 *
 * <p>Each node of the tree knows three lengths of its part of the row: of the free run at its head,
 * of the one at its tail, and of the longest. So finding the first run that is long enough takes
 * O(log n), however fragmented the row is, and marking one does too, plus a step for each word.
 */
final class FreeRuns {

    private static final int ROOT = 1;

    private final int words;
    private final long[] free;
    private final int[] head;
    private final int[] tail;
    private final int[] longest;

    /** A row of numbers from 0, all free. */
    FreeRuns(int count) {
        int needed = Math.max(1, (count + Bits.COUNT - 1) / Bits.COUNT);
        words = needed == 1 ? 1 : Integer.highestOneBit(needed - 1) << 1;
        free = new long[words];
        head = new int[2 * words];
        tail = new int[2 * words];
        longest = new int[2 * words];
        if (count > 0) {
            mark(0, count, true);
        }
    }

    /** The lowest number from which {@code count} are free, or −1. */
    int first(int count) {
        if (longest[ROOT] < count) {
            return -1;
        }
        int node = ROOT;
        int from = 0;
        for (int half = words * Bits.COUNT / 2; node < words; half /= 2) {
            int left = 2 * node;
            int right = left + 1;
            if (longest[left] >= count) {
                node = left;
            } else if (tail[left] + head[right] >= count) {
                return from + half - tail[left];
            } else {
                node = right;
                from += half;
            }
        }
        return from + Bits.firstRun(free[node - words], count);
    }

    /** The length of the longest free run. */
    int longest() {
        return longest[ROOT];
    }

    /** Marks at least one number as free or taken. */
    void mark(int first, int count, boolean isFree) {
        int lastWord = (first + count - 1) / Bits.COUNT;
        for (int word = first / Bits.COUNT; word <= lastWord; word++) {
            int start = word * Bits.COUNT;
            long bits = Bits.between(first - start, first + count - start);
            free[word] = isFree ? free[word] | bits : free[word] & ~bits;
            measure(word);
        }
        join((words + first / Bits.COUNT) / 2, (words + lastWord) / 2);
    }

    private void measure(int word) {
        long bits = free[word];
        head[words + word] = Bits.head(bits);
        tail[words + word] = Bits.tail(bits);
        longest[words + word] = Bits.longestRun(bits);
    }

    /** Measures neighbouring nodes and all above them from what is below them. */
    private void join(int firstNode, int lastNode) {
        int last = lastNode;
        int half = Bits.COUNT;
        for (int first = firstNode; first >= ROOT; first /= 2) {
            for (int node = first; node <= last; node++) {
                join(node, 2 * node, 2 * node + 1, half);
            }
            last /= 2;
            half *= 2;
        }
    }

    private void join(int node, int left, int right, int half) {
        head[node] = head[left] == half ? half + head[right] : head[left];
        tail[node] = tail[right] == half ? half + tail[left] : tail[right];
        longest[node] = Math.max(Math.max(longest[left], longest[right]), tail[left] + head[right]);
    }
}
