package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scaena.server.internal.PacketRing.Sent;

class PacketRingTest {

    private static final long SECOND = 1_000_000_000L;
    private static final int MEBIBYTE = 1 << 20;

    /** A clock may have any value, also one that is about to wrap. */
    private static final long BEGIN = Long.MAX_VALUE - 20 * SECOND;

    @Test
    void keepsBytesAsTheyLieInTheSendersBuffer() {
        PacketRing ring = new PacketRing(Duration.ofSeconds(10), MEBIBYTE);
        ByteBuffer buffer = ByteBuffer.wrap(new byte[] {9, 9, 1, 2, 3, 4, 9}).position(6);

        ring.record(BEGIN, buffer, 2, 4);

        assertThat(buffer.position()).isEqualTo(6);
        assertThat(ring.since(BEGIN))
                .singleElement()
                .satisfies(
                        sent -> {
                            assertThat(sent.nanoTime()).isEqualTo(BEGIN);
                            assertThat(sent.bytes()).containsExactly(1, 2, 3, 4);
                        });
    }

    @Test
    void keepsNoMoreBytesThanAllowedAndOfTheseTheLast() {
        PacketRing ring = new PacketRing(Duration.ofHours(1), MEBIBYTE);
        int packets = 100_000;
        for (int i = 0; i < packets; i++) {
            record(ring, BEGIN + i, i, 52);
        }

        List<Sent> kept = ring.since(BEGIN);
        assertThat(kept.size() * 64L).isBetween(MEBIBYTE / 2L, (long) MEBIBYTE);
        for (int i = 0; i < kept.size(); i++) {
            assertThat(number(kept.get(i))).isEqualTo(packets - kept.size() + i);
        }
        long oldest = kept.get(0).nanoTime();
        assertThat(ring.isCompleteSince(oldest)).isTrue();
        assertThat(ring.isCompleteSince(oldest - 1)).isFalse();
        assertThat(ring.recordedBytes()).isEqualTo(52L * packets);
    }

    @Test
    void forgetsWhatIsOlderThanTheWindowThoughThereIsRoom() {
        PacketRing ring = new PacketRing(Duration.ofSeconds(10), 64L * MEBIBYTE);
        for (int second = 0; second < 40; second++) {
            for (int i = 0; i < 100; i++) {
                record(ring, BEGIN + second * SECOND + i, second, 8_000);
            }
        }

        List<Sent> kept = ring.since(BEGIN);
        assertThat(number(kept.get(0))).isBetween(28, 30);
        assertThat(ring.isCompleteSince(BEGIN + 30 * SECOND)).isTrue();
        assertThat(ring.isCompleteSince(BEGIN)).isFalse();
    }

    @Test
    void takesPacketsLongerThanItsChunks() {
        PacketRing ring = new PacketRing(Duration.ofSeconds(10), 4L * MEBIBYTE);
        record(ring, BEGIN, 1, 100);
        record(ring, BEGIN, 2, MEBIBYTE);
        record(ring, BEGIN, 3, 100);

        assertThat(ring.since(BEGIN)).extracting(PacketRingTest::number).containsExactly(1, 2, 3);
        assertThat(ring.since(BEGIN).get(1).bytes()).hasSize(MEBIBYTE);
    }

    @Test
    void tellsOnlyWhatCameLater() {
        PacketRing ring = new PacketRing(Duration.ofSeconds(10), MEBIBYTE);
        record(ring, BEGIN, 1, 8);
        record(ring, BEGIN + 5, 2, 8);

        assertThat(ring.since(BEGIN + 1)).extracting(PacketRingTest::number).containsExactly(2);
        assertThat(ring.isCompleteSince(BEGIN - SECOND)).isTrue();
    }

    private static void record(PacketRing ring, long nanoTime, int number, int bytes) {
        ring.record(nanoTime, ByteBuffer.allocate(bytes).putInt(0, number), 0, bytes);
    }

    private static int number(Sent sent) {
        return ByteBuffer.wrap(sent.bytes()).getInt();
    }
}
