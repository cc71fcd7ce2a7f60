package org.scaena.server.internal;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscMessage;
import org.scaena.server.internal.PacketRing.Sent;

/** What one run of a server is sent, by whichever link, and what it had at moments on the way. */
final class Recording {

    /** So much of a window may be missing at its begin. */
    private static final int OPENINGS_PER_WINDOW = 5;

    private final BlackBoxSettings settings;
    private final PacketRing ring;
    private final Deque<Opening> openings = new ArrayDeque<>();
    private long bytesAtOpening;

    private Recording(BlackBoxSettings settings) {
        this.settings = settings;
        this.ring = new PacketRing(settings.window(), settings.maxBytes());
    }

    /** Of a server that has just been started: all that it ever gets passes here. */
    static Recording fromBegin(BlackBoxSettings settings) {
        Recording recording = new Recording(settings);
        recording.add(Opening.ofNothing(System.nanoTime()));
        return recording;
    }

    /** Of a server that has run before. */
    static Recording fromNow(BlackBoxSettings settings) {
        return new Recording(settings);
    }

    /** A packet is about to leave. */
    void sent(ByteBuffer buffer, int offset, int bytes) {
        if (settings.isOn()) {
            ring.record(System.nanoTime(), buffer, offset, bytes);
        }
    }

    boolean isOn() {
        return settings.isOn();
    }

    /** Whether the last moment of which all is known is too long ago. */
    synchronized boolean wantsOpening() {
        Opening last = openings.peekLast();
        if (last == null) {
            return isOn();
        }
        long age = System.nanoTime() - last.since();
        long bytes = ring.recordedBytes() - bytesAtOpening;
        return isOn()
                && (age >= settings.window().toNanos() / OPENINGS_PER_WINDOW
                        || bytes >= settings.maxBytes() / (2 * OPENINGS_PER_WINDOW));
    }

    /** What the server has now. */
    synchronized void add(Opening opening) {
        openings.add(opening);
        bytesAtOpening = ring.recordedBytes();
        long oldest = System.nanoTime() - settings.window().toNanos();
        while (openings.size() > 1
                && (openings.element().since() - oldest < 0
                        || !ring.isCompleteSince(openings.element().since()))) {
            openings.remove();
        }
    }

    /** As a score up to now: from the earliest moment since which all is there. */
    synchronized List<byte[]> score(OscCodec codec) {
        long now = System.nanoTime();
        long oldest = now - settings.window().toNanos();
        Optional<Opening> opening =
                openings.stream()
                        .filter(one -> ring.isCompleteSince(one.since()))
                        .filter(one -> one.since() - oldest >= 0)
                        .findFirst()
                        .or(() -> Optional.ofNullable(openings.peekLast()));
        List<Sent> packets =
                ring.since(opening.map(Opening::since).orElse(oldest)).stream()
                        .filter(ScoreBuilder::takes)
                        .toList();
        long begin = packets.isEmpty() ? now : packets.get(0).nanoTime();
        ScoreBuilder score = new ScoreBuilder(begin, now, Instant.now());
        opening.map(Opening::messages)
                .orElseGet(ArrayList::new)
                .forEach(message -> score.addOpening(bytes(message, codec)));
        packets.forEach(score::add);
        return score.bundles();
    }

    private static byte[] bytes(OscMessage message, OscCodec codec) {
        ByteBuffer buffer = ByteBuffer.allocate(codec.size(message));
        codec.encode(message, buffer);
        return buffer.array();
    }
}
