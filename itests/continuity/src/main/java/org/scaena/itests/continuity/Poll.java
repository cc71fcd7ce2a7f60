package org.scaena.itests.continuity;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what comes without a word. */
public final class Poll {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(2);

    private Poll() {}

    /** Waits until something is so, at most 30 seconds; what can't be asked is not so yet. */
    public static void until(String what, BooleanSupplier isSo) {
        until(what, LIMIT, isSo);
    }

    /** The same, with another limit. */
    public static void until(String what, Duration limit, BooleanSupplier isSo) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!isNow(isSo)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + limit + ": " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Waits until something is as it should be, at most 30 seconds; says how it is otherwise. */
    public static <T> void untilEqual(T expected, Supplier<T> actual) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        T now = actual.get();
        while (!expected.equals(now)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "not within %s:%n%s%nbut still%n%s".formatted(LIMIT, expected, now));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            now = actual.get();
        }
    }

    private static boolean isNow(BooleanSupplier isSo) {
        try {
            return isSo.getAsBoolean();
        } catch (RuntimeException notYet) {
            return false;
        }
    }
}
