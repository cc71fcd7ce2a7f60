package org.scaena.bench.tree;

import java.util.concurrent.ConcurrentSkipListSet;

/** Node ids as they are managed at once: a sorted set of the living, counted up in between. */
final class NaiveNodeIds {

    private final ConcurrentSkipListSet<Integer> living = new ConcurrentSkipListSet<>();
    private int next = 1000;

    synchronized int allocate() {
        while (!living.add(next)) {
            next++;
        }
        return next++;
    }

    void free(int id) {
        living.remove(id);
    }
}
