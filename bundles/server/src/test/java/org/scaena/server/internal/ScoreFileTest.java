package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscTimeTag;
import org.scaena.osc.internal.ScaenaCodec;
import org.scaena.server.BlackBoxException;

/** Source of the format: SuperCollider's Server Guide, "Non-Realtime Synthesis". */
class ScoreFileTest {

    private static final OscCodec CODEC = new ScaenaCodec();
    private static final List<OscBundle> BUNDLES =
            List.of(
                    OscBundle.of(new OscTimeTag(0), OscMessage.of("/g_new", 1, 0, 0)),
                    OscBundle.of(
                            new OscTimeTag(1L << 31),
                            OscMessage.of("/s_new", "s2", 1000, 0, 1, "freq", 330f),
                            OscMessage.of("/n_set", 1000, "amp", 0.25f)),
                    OscBundle.of(new OscTimeTag(3L << 32), OscMessage.of("/n_free", 1000)));

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("new/box.osc");
        ScoreFile.write(file, bytes(BUNDLES));
    }

    @Test
    void whatIsWrittenIsRead() {
        Score score = ScoreFile.read(file, CODEC);

        assertThat(score.bundles()).isEqualTo(BUNDLES);
        assertThat(score.isTorn()).isFalse();
        assertThat(score.time(1)).isEqualTo(Duration.ofMillis(500));
        assertThat(score.length()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void eachBundleStandsBehindItsLength() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));

        assertThat(bytes.getInt()).isEqualTo(CODEC.size(BUNDLES.get(0)));
        byte[] mark = new byte[8];
        bytes.get(mark);
        assertThat(mark)
                .isEqualTo("#bundle\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(bytes.getLong()).isZero();
    }

    @Test
    void nothingUnfinishedIsLeftBesideIt() throws IOException {
        ScoreFile.write(file, bytes(BUNDLES));

        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void ofAFileThatIsTornAnywhereTheBeginIsRead() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        int first = Integer.BYTES + CODEC.size(BUNDLES.get(0));
        int second = first + Integer.BYTES + CODEC.size(BUNDLES.get(1));
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            if (length < first) {
                assertThatThrownBy(() -> ScoreFile.read(file, CODEC))
                        .as("%d bytes", length)
                        .isInstanceOf(BlackBoxException.class)
                        .hasMessageContaining("box.osc is no OSC score")
                        .hasMessageContaining("sc:blackbox");
            } else {
                Score score = ScoreFile.read(file, CODEC);
                int whatIsWhole = length < second ? 1 : 2;
                assertThat(score.bundles()).isEqualTo(BUNDLES.subList(0, whatIsWhole));
                assertThat(score.isTorn()).isEqualTo(length != first && length != second);
            }
        }
    }

    @Test
    void whateverTheBytesAreThereIsAScoreOrASentence() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(8);
        int refused = 0;
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            Files.write(file, bytes);
            try {
                assertThat(ScoreFile.read(file, CODEC).bundles()).isNotEmpty();
            } catch (BlackBoxException wrong) {
                refused++;
                assertThat(wrong).hasMessageContaining("box.osc is no OSC score: at byte ");
            }
        }
        assertThat(refused).isBetween(100, 1_900);
    }

    @Test
    void whatIsNoScoreIsRefusedWithTheRemedy() throws IOException {
        refused(folder.resolve("none.osc"), "there is no file", "sc:blackbox lists");
        refused(folder, "is a folder");
        Files.writeString(file, "no score, though a text of some length\n");
        refused(file, "is no OSC score");
        ByteBuffer message = ByteBuffer.allocate(20).putInt(16);
        CODEC.encode(OscMessage.of("/g_freeAll"), message);
        Files.write(file, message.array());
        refused(file, "a message outside of a bundle");
        Files.write(file, ByteBuffer.allocate(8).putInt(-4).array());
        refused(file, "at byte 0", "a length of -4 bytes");
    }

    private static void refused(Path file, String... words) {
        assertThatThrownBy(() -> ScoreFile.read(file, CODEC))
                .isInstanceOf(BlackBoxException.class)
                .hasMessageContainingAll(words);
    }

    private static List<byte[]> bytes(List<OscBundle> bundles) {
        List<byte[]> all = new ArrayList<>();
        for (OscBundle bundle : bundles) {
            ByteBuffer buffer = ByteBuffer.allocate(CODEC.size(bundle));
            CODEC.encode(bundle, buffer);
            all.add(buffer.array());
        }
        return all;
    }
}
