package org.scaena.server.internal;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scaena.command.ServiceMissingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A service below the server that may be replaced while it is used: whoever asks gets the one that
 * is there, or waits for its successor.
 */
final class Replaceable<T> {

    /**
     * What was built upon a service, and is built anew upon the next. Called on the thread that
     * takes the service away or brings it, one at a time.
     */
    interface Succession<T> {

        /** A service leaves; it can still be called for as long as this takes. */
        void goes(T last);

        /** A service is there. */
        void came(T next);
    }

    /** How long a successor is waited for. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Replaceable.class);

    private final Class<T> type;
    private final ReentrantLock changing = new ReentrantLock();
    private @Nullable Succession<? super T> succession;
    private volatile @Nullable T current;
    private volatile long goneAt = System.nanoTime();
    private volatile int changes;

    Replaceable(Class<T> type) {
        this.type = type;
    }

    /** Says what is built upon the service; before the first one comes. */
    void succeededBy(Succession<? super T> heirs) {
        succession = heirs;
    }

    /** The service is another one from now on, or there is none. */
    void replace(@Nullable T next) {
        changing.lock();
        try {
            T last = current;
            if (last == next) {
                return;
            }
            if (last != null) {
                set(null);
                hand(heirs -> heirs.goes(last));
            }
            if (next != null) {
                hand(heirs -> heirs.came(next));
                set(next);
            }
        } finally {
            changing.unlock();
        }
    }

    /** A service goes: if it is the one that is there, there is none from now on. */
    void withdraw(T leaving) {
        changing.lock();
        try {
            if (current == leaving) {
                replace(null);
            }
        } finally {
            changing.unlock();
        }
    }

    /** What goes wrong must not keep the service from being replaced. */
    private void hand(Consumer<Succession<? super T>> handing) {
        Succession<? super T> heirs = succession;
        if (heirs != null) {
            try {
                handing.accept(heirs);
            } catch (RuntimeException | LinkageError failure) {
                LOG.error("{} was not handed over as it should", type.getName(), failure);
            }
        }
    }

    private synchronized void set(@Nullable T service) {
        current = service;
        changes++;
        goneAt = System.nanoTime();
        notifyAll();
    }

    /** The service that is there now, or null. */
    @Nullable T now() {
        return current;
    }

    /** How often it came or went so far. */
    int changes() {
        return changes;
    }

    boolean isThere() {
        return current != null;
    }

    /**
     * The service that is there now, or comes within five seconds of the end of the last one.
     *
     * @throws ServiceMissingException if none does
     */
    T get() {
        T now = current;
        return now != null ? now : await();
    }

    private synchronized T await() {
        long deadline = goneAt + PATIENCE.toNanos();
        T now = current;
        while (now == null) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                throw missing();
            }
            try {
                wait(millis);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw missing();
            }
            now = current;
        }
        return now;
    }

    ServiceMissingException missing() {
        return new ServiceMissingException(type.getName());
    }
}
