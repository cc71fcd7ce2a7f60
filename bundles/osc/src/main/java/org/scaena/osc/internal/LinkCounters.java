package org.scaena.osc.internal;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.scaena.osc.OscFormatException.Reason;
import org.scaena.osc.OscLinkStatistics;

/** Counts what passes a link. The methods that count trouble return how often it happened. */
final class LinkCounters {

    private final AtomicLong packetsSent = new AtomicLong();
    private final AtomicLong packetsReceived = new AtomicLong();
    private final AtomicLong bytesSent = new AtomicLong();
    private final AtomicLong bytesReceived = new AtomicLong();
    private final AtomicLong sendErrors = new AtomicLong();
    private final AtomicLong receiverErrors = new AtomicLong();
    private final AtomicLong messagesJoined = new AtomicLong();
    private final AtomicLong sendsDelayed = new AtomicLong();
    private final AtomicLong pauses = new AtomicLong();
    private final AtomicLong probesRepeated = new AtomicLong();
    private final AtomicLongArray refused = new AtomicLongArray(Reason.values().length);

    void sent(int bytes) {
        packetsSent.incrementAndGet();
        bytesSent.addAndGet(bytes);
    }

    void received(int bytes) {
        packetsReceived.incrementAndGet();
        bytesReceived.addAndGet(bytes);
    }

    long refused(Reason reason) {
        return refused.incrementAndGet(reason.ordinal());
    }

    long sendErrors(int packets) {
        return sendErrors.addAndGet(packets);
    }

    long receiverError() {
        return receiverErrors.incrementAndGet();
    }

    void joined(int messages) {
        messagesJoined.addAndGet(messages);
    }

    void sendDelayed() {
        sendsDelayed.incrementAndGet();
    }

    void paused() {
        pauses.incrementAndGet();
    }

    void probeRepeated() {
        probesRepeated.incrementAndGet();
    }

    /** Whether the n-th time of the same trouble deserves a line in the log: 1, 2, 4, 8, … */
    static boolean isWorthALine(long count) {
        return Long.bitCount(count) == 1;
    }

    OscLinkStatistics snapshot(int bundlesHeld, int receiveBufferBytes) {
        Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            long count = refused.get(reason.ordinal());
            if (count > 0) {
                reasons.put(reason, count);
            }
        }
        return new OscLinkStatistics(
                packetsSent.get(),
                packetsReceived.get(),
                bytesSent.get(),
                bytesReceived.get(),
                reasons,
                sendErrors.get(),
                receiverErrors.get(),
                messagesJoined.get(),
                sendsDelayed.get(),
                pauses.get(),
                probesRepeated.get(),
                bundlesHeld,
                receiveBufferBytes);
    }
}
