package org.scaena.synthdef.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.scaena.synthdef.SynthDefFile;
import org.scaena.synthdef.SynthDefFormatException;

/** Torn, altered and invented files end in one exception, or in a value that is written back. */
class HostileFileTest {

    private static final int MUTATIONS = 100_000;
    private static final int MOST_TEARS = 2_000;
    private static final long MORE_THAN_THE_FILE = 1 << 20;
    private static final int[] TELLING = {0, -1, 1, 127, -128, 255, 32767, -32768, 1 << 24};

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final ScsyndefFormat format = new ScsyndefFormat();

    @ParameterizedTest
    @MethodSource("org.scaena.synthdef.internal.Corpus#files")
    void refusesAFileTornAtAnyByte(Path file) {
        byte[] bytes = Corpus.bytes(file);
        int step = 1 + bytes.length / MOST_TEARS; // of a long file not every byte

        for (int length = 0; length < bytes.length; length += step) {
            byte[] torn = Arrays.copyOf(bytes, length);
            assertThat(refusal(torn)).as("torn at %d", length).isNotNull();
        }
    }

    @Test
    void refusesOrReadsRightlyWhateverIsAltered() {
        List<byte[]> files = Corpus.files().stream().map(Corpus::bytes).toList();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int refused = 0;
        long most = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] altered = altered(files.get(random.nextInt(files.size())), random);
            long before = THREADS.getCurrentThreadAllocatedBytes();
            try {
                SynthDefFile file = format.read(altered, "altered");
                most = Math.max(most, allocatedSince(before) - altered.length);
                if (!Arrays.equals(format.write(file), altered)) {
                    fail("seed %d: mutation %d is not written back", seed, i);
                }
            } catch (SynthDefFormatException e) {
                most = Math.max(most, allocatedSince(before) - altered.length);
                refused++;
            }
        }
        assertThat(most).as("seed %d", seed).isLessThan(MORE_THAN_THE_FILE);
        assertThat(refused).as("seed %d", seed).isBetween(1, MUTATIONS - 1);
    }

    /** Offsets are those of odd_order; the words are what an author of files has to go by. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0   | 0          | expected the mark SCgf (byte 0)
                    4   | 3          | expected version 1 or 2, found 3 (byte 4)
                    20  | -1         | expected at most 80 constants, found -1 (byte 20)
                    20  | 2147483647 | expected at most 80 constants, found 2147483647 (byte 20)
                    61  | 4          | expected a control's index below 4, found 4 (byte 61)
                    """)
    void saysWhereItExpectedWhat(int offset, int value, String fault) {
        byte[] bytes = Corpus.bytes("odd_order");
        ByteBuffer.wrap(bytes).putInt(offset, value);

        assertThatThrownBy(() -> format.read(bytes, "hall.scsyndef"))
                .isInstanceOf(SynthDefFormatException.class)
                .hasMessage("hall.scsyndef is no synth definition file: " + fault);
    }

    @Test
    void refusesBytesAfterTheLastDefinition() {
        byte[] bytes = Corpus.bytes("cap_silent");

        assertThatThrownBy(() -> format.read(Arrays.copyOf(bytes, bytes.length + 3), "longer"))
                .isInstanceOf(SynthDefFormatException.class)
                .hasMessageContaining("expected the end, found 3 more bytes (byte 97)");
    }

    @Test
    void refusesAFileOfMoreThanFourMebibytes() {
        assertThatThrownBy(() -> format.read(new byte[ScsyndefReader.MAX_BYTES + 1], "huge"))
                .isInstanceOf(SynthDefFormatException.class)
                .hasMessageContaining("expected at most 4194304 bytes");
    }

    @Test
    void spendsNoMemoryOnCountsThatCannotBeTrue() {
        byte[] bytes = Corpus.bytes("odd_order");
        ByteBuffer.wrap(bytes).putInt(20, Integer.MAX_VALUE);

        assertThat(bytesAllocatedForRefusing(bytes)).isLessThan(100_000);
    }

    /** If each of them had its own copy of the numbers, 60 KB would become 400 MB. */
    @Test
    void sharesTheNumbersOfManyNamesForOnePlace() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(ScsyndefFormat.MAGIC);
        out.writeInt(2);
        out.writeShort(1);
        out.write(new byte[] {1, 'a'});
        out.writeInt(0);
        out.writeInt(8_000);
        out.write(new byte[8_000 * Float.BYTES]);
        out.writeInt(5_000);
        for (int i = 0; i < 5_000; i++) {
            out.write(new byte[] {1, 'x'});
            out.writeInt(0);
        }

        assertThat(bytesAllocatedForRefusing(bytes.toByteArray())).isLessThan(4_000_000);
    }

    private long bytesAllocatedForRefusing(byte[] bytes) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        SynthDefFormatException refused = refusal(bytes);
        long allocated = allocatedSince(before);
        assertThat(refused).isNotNull();
        return allocated;
    }

    private static long allocatedSince(long before) {
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private @Nullable SynthDefFormatException refusal(byte[] bytes) {
        try {
            format.read(bytes, "hostile");
            return null;
        } catch (SynthDefFormatException e) {
            return e;
        }
    }

    private static byte[] altered(byte[] file, Random random) {
        byte[] bytes = file.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> {
                    if (at + Integer.BYTES <= bytes.length) {
                        int value = TELLING[random.nextInt(TELLING.length)];
                        ByteBuffer.wrap(bytes).putInt(at, value);
                    }
                }
                default -> {
                    int from = random.nextInt(bytes.length);
                    int length = random.nextInt(bytes.length - Math.max(at, from));
                    System.arraycopy(file, from, bytes, at, length);
                }
            }
        }
        return bytes;
    }
}
