package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscTimeTag;
import org.scaena.osc.internal.ScaenaCodec;
import org.scaena.server.internal.PacketRing.Sent;

/** From 10 s before a moment up to that moment. */
class ScoreBuilderTest {

    private static final OscCodec CODEC = new ScaenaCodec();
    private static final long SECOND = 1_000_000_000L;
    private static final long BEGIN = -3 * SECOND;
    private static final Instant END = Instant.parse("2026-01-01T00:00:10Z");

    private final ScoreBuilder score = new ScoreBuilder(BEGIN, BEGIN + 10 * SECOND, END);

    @Test
    void whatIsForNowStandsWhereItWasSent() {
        score.addOpening(bytes(OscMessage.of("/g_new", 1, 0, 0)));
        send(0, OscMessage.of("/first"));
        send(
                2.5,
                OscBundle.of(OscTimeTag.IMMEDIATELY, OscMessage.of("/a"), OscMessage.of("/b", 1)));

        assertThat(texts()).containsExactly("0.000 /g_new 1 0 0", "0.000 /first", "2.500 /a; /b 1");
    }

    @Test
    void whatIsForLaterStandsWhereItIsDue() {
        send(1, at(4, "/later"));
        send(2, OscMessage.of("/now"));
        send(3, at(1, "/late"));

        assertThat(texts()).containsExactly("2.000 /now", "3.000 /late", "4.000 /later");
    }

    @Test
    void whatWasNotDueByTheEndIsLeftOut() {
        send(9, at(11, "/never"));
        send(9, at(9.5, "/done"));

        assertThat(texts()).containsExactly("9.500 /done");
    }

    @Test
    void whatTheServerWasMadeToForgetIsLeftOut() {
        send(1, at(2, "/done"));
        send(1, at(6, "/forgotten"));
        send(3, OscMessage.of("/clearSched"));
        send(4, at(6, "/kept"));

        assertThat(texts()).containsExactly("2.000 /done", "3.000 /clearSched", "6.000 /kept");
    }

    /** scsynth -N 3.13 crashes on it. */
    @Test
    void statusIsLeftOut() {
        send(1, OscMessage.of("/status"));
        send(
                2,
                OscBundle.of(
                        OscTimeTag.IMMEDIATELY, OscMessage.of("/status"), OscMessage.of("/a")));

        assertThat(texts()).containsExactly("2.000 /a");
    }

    private static OscBundle at(double seconds, String address) {
        Instant time = END.minusSeconds(10).plusMillis((long) (seconds * 1000));
        return OscBundle.of(OscTimeTag.of(time), OscMessage.of(address));
    }

    private void send(double seconds, OscPacket packet) {
        score.add(new Sent(BEGIN + (long) (seconds * SECOND), bytes(packet)));
    }

    private List<String> texts() {
        Score read =
                new Score(
                        score.bundles().stream()
                                .map(bytes -> (OscBundle) CODEC.decode(ByteBuffer.wrap(bytes)))
                                .toList(),
                        Score.WHOLE);
        return java.util.stream.IntStream.range(0, read.bundles().size())
                .mapToObj(
                        i ->
                                "%.3f %s"
                                        .formatted(
                                                read.time(i).toNanos() / 1e9,
                                                OscText.of(read.bundles().get(i))))
                .toList();
    }

    private static byte[] bytes(OscPacket packet) {
        ByteBuffer buffer = ByteBuffer.allocate(CODEC.size(packet));
        CODEC.encode(packet, buffer);
        return buffer.array();
    }
}
