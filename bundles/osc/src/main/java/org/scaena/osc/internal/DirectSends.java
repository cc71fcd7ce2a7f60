package org.scaena.osc.internal;

/**
 * How many packets senders may transmit by themselves in a short time.
 *
 * <p>What comes faster goes through the queue, where it can be joined: one system call for each of
 * thousands of packets is what makes bursts slow, and what overruns the peer's receive buffer.
 */
final class DirectSends {

    /**
     * What a conversation by question and answer needs at 15 µs a round trip. A loop that sends is
     * faster; its first datagrams must not fill the peer's receive buffer, which takes 30 times as
     * many messages if they are joined.
     */
    private static final int PER_SLOT = 32;

    private static final long SLOT_NANOS = 500_000;

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
