package org.scaena.osc.internal;

import java.util.function.LongSupplier;

/**
 * How many packets senders may transmit by themselves in a short time.
 *
 * <p>What comes faster goes through the queue, where it can be joined: one system call for each of
 * thousands of packets is what makes bursts slow, and what overruns the peer's receive buffer.
 */
final class DirectSends {

    /**
     * Between two packets that come: a conversation by question and answer has one or two. A loop
     * that sends is faster; its first datagrams must not fill the peer's receive buffer, which
     * takes 30 times as many messages if they are joined.
     */
    private static final int PER_SLOT = 8;

    private static final long SLOT_NANOS = 500_000;

    private final boolean unlimited;
    private final LongSupplier nanos;
    private volatile boolean heard;
    private long slotStart;
    private int sent;

    /**
     * None was sent yet.
     *
     * @param unlimited if packets are not joined anyway
     * @param nanos the time
     */
    DirectSends(boolean unlimited, LongSupplier nanos) {
        this.unlimited = unlimited;
        this.nanos = nanos;
    }

    /** The peer has sent something; from any thread. */
    void heard() {
        heard = true;
    }

    /** Whether one more is fine now. */
    boolean oneMore() {
        if (unlimited) {
            return true;
        }
        long now = nanos.getAsLong();
        if (heard || now - slotStart >= SLOT_NANOS) {
            heard = false;
            slotStart = now;
            sent = 0;
        }
        return ++sent <= PER_SLOT;
    }
}
