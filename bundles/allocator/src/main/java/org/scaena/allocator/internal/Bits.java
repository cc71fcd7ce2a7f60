package org.scaena.allocator.internal;

/** Runs of ones in a word, counted from its lowest bit. */
final class Bits {

    /** How many bits a word has. */
    static final int COUNT = Long.SIZE;

    private Bits() {}

    /** Ones from one place up to before another, as far as they lie in the word. */
    static long between(int from, int to) {
        long notBelow = from <= 0 ? -1L : -1L << from;
        long below = to >= COUNT ? -1L : ~(-1L << to);
        return notBelow & below;
    }

    /** The length of the run at the lowest bit. */
    static int head(long bits) {
        return Long.numberOfTrailingZeros(~bits);
    }

    /** The length of the run at the highest bit. */
    static int tail(long bits) {
        return Long.numberOfLeadingZeros(~bits);
    }

    /** Where the lowest run begins that is long enough; there must be one. */
    static int firstRun(long bits, int length) {
        return Long.numberOfTrailingZeros(runStarts(bits, length));
    }

    /** The length of the longest run: found by halving, as long runs contain the shorter ones. */
    static int longestRun(long bits) {
        int length = 0;
        for (int step = COUNT; step > 0; step /= 2) {
            if (length + step <= COUNT && runStarts(bits, length + step) != 0) {
                length += step;
            }
        }
        return length;
    }

    /** Ones where a run of this length begins. */
    private static long runStarts(long bits, int length) {
        long starts = bits;
        for (int known = 1; known < length; ) {
            int step = Math.min(known, length - known);
            starts &= starts >>> step;
            known += step;
        }
        return starts;
    }
}
