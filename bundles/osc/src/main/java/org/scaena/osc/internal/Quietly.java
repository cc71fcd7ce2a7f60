package org.scaena.osc.internal;

import java.io.IOException;
import java.time.Duration;

/** Endings that must not fail. */
final class Quietly {

    private Quietly() {}

    /** Closes a socket; that it could not say goodbye properly changes nothing. */
    static void close(Wire wire) {
        try {
            wire.close();
        } catch (IOException ignored) {
            // it is closed all the same
        }
    }

    /**
     * Waits for another thread to end, also when interrupted, which is remembered.
     *
     * @return whether it ended in time, or is the caller itself
     */
    static boolean join(Thread thread, Duration patience) {
        if (thread == Thread.currentThread()) {
            return true;
        }
        long deadline = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        long millis = patience.toMillis();
        while (thread.isAlive() && millis > 0) {
            try {
                thread.join(millis);
            } catch (InterruptedException interruption) {
                interrupted = true;
            }
            millis = (deadline - System.nanoTime()) / 1_000_000;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }
}
