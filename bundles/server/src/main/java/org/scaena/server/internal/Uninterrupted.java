package org.scaena.server.internal;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waiting on a thread that is not ours, for what must not be left half done. An interruption is
 * kept for whoever it is meant for.
 */
final class Uninterrupted {

    private Uninterrupted() {}

    /**
     * Waits until something is done, well or not.
     *
     * @return whether it was done in time
     */
    static boolean isDoneWithin(Future<?> future, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    future.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                    return true;
                } catch (InterruptedException later) {
                    interrupted = true;
                } catch (ExecutionException failed) {
                    return true;
                } catch (TimeoutException notYet) {
                    return false;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
