package org.scaena.bench.peers;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts what is told of nodes: each must go once, in the order they were made, and end once after.
 */
final class Tally {

    private static final long PATIENCE_NS = TimeUnit.MILLISECONDS.toNanos(500);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition told = lock.newCondition();
    private final Set<Integer> living = new HashSet<>();
    private int expected;
    private int goes;
    private int ends;
    private int disorder;
    private int last = Integer.MIN_VALUE;

    /** So many more nodes are made. */
    void expect(int count) {
        lock.lock();
        try {
            expected += count;
        } finally {
            lock.unlock();
        }
    }

    /** {@code /n_go} came. */
    void went(int id) {
        lock.lock();
        try {
            goes++;
            if (id <= last || !living.add(id)) {
                disorder++;
            }
            last = id;
            told.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** {@code /n_end} came. */
    void ended(int id) {
        lock.lock();
        try {
            ends++;
            if (!living.remove(id)) {
                disorder++;
            }
            told.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all is told; goes on when nothing more comes for half a second. */
    void await() throws InterruptedException {
        lock.lock();
        try {
            while (!isComplete() && told.awaitNanos(PATIENCE_NS) > 0) {
                // more may come
            }
        } finally {
            lock.unlock();
        }
    }

    boolean isComplete() {
        lock.lock();
        try {
            return goes >= expected && ends >= expected;
        } finally {
            lock.unlock();
        }
    }

    /** Notifications that never came. */
    int lost() {
        lock.lock();
        try {
            return Math.max(0, expected - goes) + Math.max(0, expected - ends);
        } finally {
            lock.unlock();
        }
    }

    /** Notifications that came twice, in the wrong order, or of nothing. */
    int disorder() {
        lock.lock();
        try {
            return disorder;
        } finally {
            lock.unlock();
        }
    }
}
