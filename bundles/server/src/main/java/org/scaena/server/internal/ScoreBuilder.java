package org.scaena.server.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.scaena.osc.OscTimeTag;
import org.scaena.server.internal.PacketRing.Sent;

/**
 * Makes a score of what was sent: each packet at the time at which the server was to do it.
 *
 * <p>What was for later, and whose time had not come by the end, is left out, as is what a {@code
 * /clearSched} made the server forget; and {@code /status}, which changes nothing and crashes
 * {@code scsynth -N} 3.13.
 */
final class ScoreBuilder {

    private static final String LEFT_OUT = "/status";
    private static final double NTP_PER_NANO = (double) (1L << 32) / 1e9;

    /**
     * One bundle of a score.
     *
     * @param time when it is due, in units of an NTP time tag, from 0
     * @param due whether it was for later when it was sent
     */
    private record Entry(long time, boolean due, byte[] packet) {}

    private final long begin;
    private final long end;
    private final long beginNtp;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * A score from one moment to another, both as {@link System#nanoTime} counts.
     *
     * @param endsAt the moment of the end as the clock has it
     */
    ScoreBuilder(long begin, long end, Instant endsAt) {
        this.begin = begin;
        this.end = end;
        this.beginNtp = OscTimeTag.of(endsAt.minusNanos(end - begin)).ntp();
    }

    /** Whether anything of a packet comes into a score. */
    static boolean takes(Sent sent) {
        return ScorePacket.has(sent.bytes(), address -> !address.equals(LEFT_OUT));
    }

    /** Adds what the server had at the begin. */
    void addOpening(byte[] packet) {
        entries.add(new Entry(0, false, packet));
    }

    /** Adds what was sent, in that order. */
    void add(Sent sent) {
        long left = ntp(Math.max(0, sent.nanoTime() - begin));
        if (ScorePacket.has(sent.bytes(), "/clearSched"::equals)) {
            entries.removeIf(entry -> entry.due() && entry.time() > left);
        }
        long tag = ScorePacket.isBundle(sent.bytes()) ? ScorePacket.time(sent.bytes()) : 1;
        long due = new OscTimeTag(tag).isImmediate() ? left : tag - beginNtp;
        if (due <= ntp(end - begin)) {
            entries.add(new Entry(Math.max(left, due), due > left, sent.bytes()));
        }
    }

    private static long ntp(long nanos) {
        return (long) (nanos * NTP_PER_NANO);
    }

    /** The bundles of the score, the earliest first. */
    List<byte[]> bundles() {
        return entries.stream()
                .sorted(Comparator.comparingLong(Entry::time))
                .map(entry -> ScorePacket.at(entry.time(), entry.packet(), LEFT_OUT))
                .filter(bundle -> !ScorePacket.isEmpty(bundle))
                .toList();
    }
}
