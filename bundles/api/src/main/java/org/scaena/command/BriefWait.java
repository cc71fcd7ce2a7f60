package org.scaena.command;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Waits for a moment without giving up the processor, as long as that is worth it.
 *
 * <p>To be woken takes a thread longer than a peer on this machine takes to answer. So one thread
 * at a time looks for itself first; when it looked in vain it is not tried again for a while, and
 * each time in vain makes that longer: a server that answers with its audio periods costs next to
 * nothing.
 */
final class BriefWait {

    private static final long LONGEST_NANOS = 50_000;
    private static final int MOST_PASSED_OVER = 1 << 10;

    private final AtomicBoolean taken =
            new AtomicBoolean(Runtime.getRuntime().availableProcessors() < 2);
    private final AtomicInteger toPassOver = new AtomicInteger();
    private int inVain;

    /** Waits until something is so; may give up at once. */
    void until(BooleanSupplier condition) {
        if (toPassOver.get() > 0) {
            toPassOver.decrementAndGet();
        } else if (taken.compareAndSet(false, true)) {
            try {
                look(condition);
            } finally {
                taken.set(false);
            }
        }
    }

    private void look(BooleanSupplier condition) {
        long end = System.nanoTime() + LONGEST_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end >= 0) {
                inVain = Math.min(MOST_PASSED_OVER, 2 * inVain + 1);
                toPassOver.set(inVain);
                return;
            }
            Thread.onSpinWait();
        }
        inVain /= 2;
    }
}
