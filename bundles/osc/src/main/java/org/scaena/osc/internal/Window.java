package org.scaena.osc.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.scaena.osc.OscPacing;

/**
 * What is under way: sent, and perhaps not yet taken by the peer.
 *
 * <p>Two sums are kept, of receive buffer and of notices. Each probe remembers how far they were
 * when it was sent; its answer takes everything up to there out of the window.
 */
final class Window {

    /** A part of what may be under way; after each of them a probe is sent. */
    private static final int PROBES_PER_WINDOW = 4;

    private static final long FIRST_PATIENCE_NANOS = Duration.ofMillis(250).toNanos();
    private static final long LONGEST_PATIENCE_NANOS = Duration.ofSeconds(4).toNanos();

    private record Probe(int number, long bytes, long notices) {}

    private final long maxBytes;
    private final long maxNotices;
    private final Deque<Probe> probes = new ArrayDeque<>();
    private long sentBytes;
    private long sentNotices;
    private long probedBytes;
    private long probedNotices;
    private long takenBytes;
    private long takenNotices;
    private int lastProbe;
    private boolean open;

    Window(OscPacing.Limits limits) {
        maxBytes = limits.bufferBytes();
        maxNotices = limits.notices();
    }

    /**
     * Whether that much more may be sent now. What is larger than the window may if it is alone.
     */
    synchronized boolean admits(int bytes, int notices) {
        long bytesUnderWay = sentBytes - takenBytes;
        long noticesUnderWay = sentNotices - takenNotices;
        return open
                || (bytesUnderWay == 0 || bytesUnderWay + bytes <= maxBytes)
                        && (noticesUnderWay == 0 || noticesUnderWay + notices <= maxNotices);
    }

    synchronized void sent(int bytes, int notices) {
        sentBytes += bytes;
        sentNotices += notices;
    }

    /** Whether enough was sent since the last probe to ask again. */
    synchronized boolean isProbeDue() {
        return !open
                && ((sentBytes - probedBytes) * PROBES_PER_WINDOW >= maxBytes
                        || (sentNotices - probedNotices) * PROBES_PER_WINDOW >= maxNotices);
    }

    /** Whether anything is under way that no probe asks about. */
    synchronized boolean isUnprobed() {
        return sentBytes > probedBytes || sentNotices > probedNotices;
    }

    /** The number of a probe that is sent now, and what it occupies itself. */
    synchronized int probe(int bytes) {
        lastProbe = lastProbe == Integer.MAX_VALUE ? 1 : lastProbe + 1;
        sentBytes += bytes;
        probedBytes = sentBytes;
        probedNotices = sentNotices;
        probes.add(new Probe(lastProbe, sentBytes, sentNotices));
        return lastProbe;
    }

    /** The peer has taken all that was sent before this probe. */
    synchronized void answered(int number) {
        if (probes.stream().noneMatch(probe -> probe.number == number)) {
            return;
        }
        @Nullable Probe probe;
        do {
            probe = probes.remove();
        } while (probe.number != number);
        takenBytes = probe.bytes;
        takenNotices = probe.notices;
        notifyAll();
    }

    /**
     * Waits until {@link #admits} holds.
     *
     * @param round how often this was waited for already; each time the wait becomes longer
     * @return false if it took so long that the probe may be lost
     */
    synchronized boolean await(int bytes, int notices, int round) {
        long patience =
                Math.min(FIRST_PATIENCE_NANOS << Math.min(round, 8), LONGEST_PATIENCE_NANOS);
        long deadline = System.nanoTime() + patience;
        while (!admits(bytes, notices)) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                return false;
            }
            try {
                wait(millis);
            } catch (InterruptedException nobodysBusiness) {
                // the writer ends when the queue is closed, and by nothing else
            }
        }
        return true;
    }

    /** The peer is gone, and all that was under way with it. */
    synchronized void reset() {
        probes.clear();
        takenBytes = probedBytes = sentBytes;
        takenNotices = probedNotices = sentNotices;
        notifyAll();
    }

    /** From now on everything passes, because the link is being closed. */
    synchronized void open() {
        open = true;
        notifyAll();
    }
}
