package org.scaena.process.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Polls with a deadline. */
final class Eventually {

    /** Long enough for a machine that is busy with much else. */
    static final Duration LIMIT = Duration.ofSeconds(40);

    private Eventually() {}

    /** Returns once the condition holds; fails after the limit. */
    static void until(String what, BooleanSupplier condition) {
        until(() -> what, condition);
    }

    /** The same, where what is waited for is told by how things are in the end. */
    static void until(Supplier<String> what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("in vain: " + what.get());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
