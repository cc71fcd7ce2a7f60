package org.scaena.bench.tree;

/** First fit as it is written at once: a row of flags, searched from the start. */
final class NaivePool {

    private final boolean[] taken;

    NaivePool(int size) {
        taken = new boolean[size];
    }

    synchronized int allocate(int count) {
        int run = 0;
        for (int id = 0; id < taken.length; id++) {
            run = taken[id] ? 0 : run + 1;
            if (run == count) {
                int first = id - count + 1;
                mark(first, count, true);
                return first;
            }
        }
        throw new IllegalStateException("nothing is free");
    }

    synchronized void free(int first, int count) {
        mark(first, count, false);
    }

    private void mark(int first, int count, boolean now) {
        for (int id = first; id < first + count; id++) {
            taken[id] = now;
        }
    }
}
