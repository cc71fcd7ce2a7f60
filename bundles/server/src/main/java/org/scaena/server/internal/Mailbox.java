package org.scaena.server.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls one listener, in order, on threads for plugins: a slow listener delays nobody but itself.
 * Each call is counted for its bundle.
 *
 * <p>Bounded: what a listener does not take in time is dropped, and said so once.
 */
final class Mailbox {

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
    private static final int CAPACITY = 16_384;

    private final String listener;
    private final Executor threads;
    private final CallMeter meter;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;
    private boolean overflowed;

    Mailbox(String listener, Executor threads, CallMeter meter) {
        this.listener = listener;
        this.threads = threads;
        this.meter = meter;
    }

    /** Of a service's listener, under the name of its class and its bundle. */
    static Mailbox of(
            ServiceReference<?> reference, Object listener, Executor threads, CallMeters meters) {
        String bundle = Owners.of(reference);
        return new Mailbox(
                listener.getClass().getName() + " of " + bundle, threads, meters.of(bundle));
    }

    synchronized void put(Runnable call) {
        if (waiting.size() >= CAPACITY) {
            if (!overflowed) {
                LOG.warn("{} is too slow: events are dropped for it", listener);
            }
            overflowed = true;
            meter.dropped();
            return;
        }
        waiting.add(call);
        if (!busy) {
            busy = true;
            start();
        }
    }

    private void start() {
        try {
            threads.execute(this::work);
        } catch (RejectedExecutionException closed) {
            waiting.clear();
        }
    }

    private void work() {
        for (Runnable call = next(); call != null; call = next()) {
            try {
                meter.call(call);
            } catch (RuntimeException | LinkageError thrown) {
                LOG.warn("{} failed", listener, thrown);
            }
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable call = waiting.poll();
        busy = call != null;
        overflowed &= busy;
        return call;
    }
}
