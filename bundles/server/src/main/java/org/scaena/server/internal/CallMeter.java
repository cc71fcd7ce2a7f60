package org.scaena.server.internal;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.scaena.server.PluginCalls;

/** Counts how the code of one bundle behaves when it is called, by whatever threads. */
final class CallMeter {

    /** Known by itself, so that two that begin at once are two. */
    private static final class Call {
        final long begunAt = System.nanoTime();
    }

    private final String bundle;
    private final long limitNanos;
    private final Set<Call> running = ConcurrentHashMap.newKeySet();
    private long calls;
    private long failures;
    private long overruns;
    private long dropped;
    private long held;
    private long totalNanos;
    private long longestNanos;

    CallMeter(String bundle, Duration limit) {
        this.bundle = bundle;
        this.limitNanos = limit.toNanos();
    }

    /** Calls; what is thrown is counted and goes on. */
    void call(Runnable code) {
        Call call = new Call();
        running.add(call);
        boolean failed = true;
        try {
            code.run();
            failed = false;
        } finally {
            ended(call, failed);
        }
    }

    private synchronized void ended(Call call, boolean failed) {
        running.remove(call);
        long nanos = System.nanoTime() - call.begunAt;
        calls++;
        failures += failed ? 1 : 0;
        overruns += nanos > limitNanos ? 1 : 0;
        totalNanos += nanos;
        longestNanos = Math.max(longestNanos, nanos);
    }

    /** A call that is not made through this has taken longer than it may. */
    synchronized void overran(Duration soFar) {
        calls++;
        overruns++;
        totalNanos += soFar.toNanos();
        longestNanos = Math.max(longestNanos, soFar.toNanos());
    }

    /** An event was not told. */
    synchronized void dropped() {
        dropped++;
    }

    /** It was held back for a second, or a part of one; in how many seconds it was so far. */
    synchronized long held() {
        return ++held;
    }

    /** The figures, with what is still running as if it ended now. */
    synchronized PluginCalls snapshot() {
        long now = System.nanoTime();
        long begun = 0;
        long over = 0;
        long nanos = 0;
        long longest = longestNanos;
        for (Call call : running) {
            long so = now - call.begunAt;
            begun++;
            over += so > limitNanos ? 1 : 0;
            nanos += so;
            longest = Math.max(longest, so);
        }
        return new PluginCalls(
                bundle,
                calls + begun,
                failures,
                overruns + over,
                dropped,
                held,
                Duration.ofNanos(totalNanos + nanos),
                Duration.ofNanos(longest));
    }
}
