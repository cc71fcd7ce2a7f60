package org.scaena.itests.host;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Looks again and again until something is so. */
final class Eventually {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private Eventually() {}

    /** Fails if it is not so within half a minute; what can't be asked is not so yet. */
    static void isTrue(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!isNow(condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never so: " + what);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    static void assertThatSoon(String what, BooleanSupplier condition) {
        isTrue(what, condition);
    }

    private static boolean isNow(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (RuntimeException notYet) {
            return false;
        }
    }
}
