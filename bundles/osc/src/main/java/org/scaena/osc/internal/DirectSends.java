package org.scaena.osc.internal;

import java.time.Duration;

/**
 * How many packets senders may transmit by themselves in a short time.
 *
 * <p>What comes faster goes through the queue, where it can be joined: one system call for each of
 * thousands of packets is what makes bursts slow, and what overruns the peer's receive buffer.
 */
final class DirectSends {

    /** More than any conversation by question and answer needs, less than a loop makes. */
    private static final int PER_SLOT = 100;

    private static final long SLOT_NANOS = Duration.ofMillis(1).toNanos();

    private long slotStart;
    private int sent;

    /** Whether one more is fine now. */
    boolean oneMore() {
        long now = System.nanoTime();
        if (now - slotStart >= SLOT_NANOS) {
            slotStart = now;
            sent = 0;
        }
        return ++sent <= PER_SLOT;
    }
}
