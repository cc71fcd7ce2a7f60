package org.scaena.nodetree.internal;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The one lock of a tree; nothing is sent and nobody is called while it is held. */
final class Guard {

    private final ReentrantLock lock = new ReentrantLock();

    /** For what is done so often that not even its lambda is wanted. */
    void lock() {
        lock.lock();
    }

    void unlock() {
        lock.unlock();
    }

    void run(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    <T> T get(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
