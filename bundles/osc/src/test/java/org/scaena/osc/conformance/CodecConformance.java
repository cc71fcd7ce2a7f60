package org.scaena.osc.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscFormatException;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;

/**
 * What every codec must do: write exactly the right bytes, read exactly what they say, and refuse
 * the rest by {@link OscFormatException}.
 *
 * <p>A codec may be unable to read some packets. Then it must refuse them, and what it writes must
 * be right all the same.
 */
public abstract class CodecConformance {

    private static final long SEED = 20_261_125;

    /** Stands for what is no UTF-8: scsynth repeats names that it does not know byte for byte. */
    private static final String REPLACEMENT = "\ufffd";

    /** The codec under test. */
    protected abstract OscCodec codec();

    /** Whether this codec cannot read a packet. */
    protected boolean refuses(OscPacket packet) {
        return false;
    }

    /** Whether there are packets that this codec refuses although they are well-formed. */
    protected boolean isGuarded() {
        return false;
    }

    static List<Example> examples() {
        return Example.all();
    }

    static List<Malformed> malformed() {
        return Malformed.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void writesExactlyTheseBytesAndReadsThemBack(Example example) {
        if (refuses(example.packet())) {
            assertThat(decodes(example.bytes())).isFalse();
            if (encodes(example.packet())) {
                assertThat(Bytes.encoded(codec(), example.packet())).isEqualTo(example.bytes());
            }
        } else {
            assertThat(codec().size(example.packet())).isEqualTo(example.bytes().length);
            assertThat(Bytes.encoded(codec(), example.packet())).isEqualTo(example.bytes());
            assertThat(Bytes.decoded(codec(), example.bytes())).isEqualTo(example.packet());
        }
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesWhatIsNoPacket(Malformed malformed) {
        assertThat(decodes(malformed.bytes())).isFalse();
    }

    @Test
    void bringsBackEveryPacketItWrites() {
        RandomPackets random = new RandomPackets(SEED);
        int written = 0;
        for (int i = 0; i < 5_000; i++) {
            OscPacket packet = random.next();
            if (encodes(packet) && (!isGuarded() || decodes(Bytes.encoded(codec(), packet)))) {
                written++;
                assertThat(Bytes.decoded(codec(), Bytes.encoded(codec(), packet)))
                        .isEqualTo(packet);
            }
        }
        assertThat(written).isGreaterThan(isGuarded() ? 500 : 4_999);
    }

    @Test
    void readsWhatScsynthSentAndWritesItAgainByteForByte() throws IOException {
        for (Capture capture : Capture.all()) {
            if (!capture.fromServer()) {
                continue;
            }
            try {
                OscPacket packet = Bytes.decoded(codec(), capture.bytes());
                if (!packet.toString().contains(REPLACEMENT)) {
                    assertThat(Bytes.encoded(codec(), packet)).isEqualTo(capture.bytes());
                }
            } catch (OscFormatException refusal) {
                assertThat(isGuarded()).as(capture + ": " + refusal).isTrue();
            }
        }
    }

    @Test
    void throwsNothingButItsOwnExceptionAtMutatedPackets() throws IOException {
        List<Capture> captures = Capture.all();
        RandomPackets random = new RandomPackets(SEED);
        int refused = 0;
        for (int i = 0; i < 50_000; i++) {
            byte[] seed = captures.get(i % captures.size()).bytes();
            refused += decodes(random.mutated(seed)) ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(5_000);
    }

    @Test
    void worksInsideABufferOfAnyKindAndLeavesTheRestAlone() {
        OscPacket packet = OscMessage.of("/x", "y", 3, OscBlob.of(new byte[] {9}));
        ByteBuffer buffer = ByteBuffer.allocateDirect(100).order(ByteOrder.LITTLE_ENDIAN);
        buffer.position(10);
        codec().encode(packet, buffer);
        assertThat(buffer.position()).isEqualTo(10 + codec().size(packet));
        assertThat(buffer.order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
        buffer.flip().position(10);
        assertThat(codec().decode(buffer)).isEqualTo(packet);
        assertThat(codec().decode(buffer.asReadOnlyBuffer())).isEqualTo(packet);
        assertThat(buffer.position()).isEqualTo(10);
    }

    @Test
    void writesAPacketAmongTheArgumentsAsABlob() {
        OscMessage inner = OscMessage.of("/sync", 1);
        assertThat(Bytes.encoded(codec(), OscMessage.of("/d_load", "x", inner)))
                .isEqualTo(
                        Bytes.of(
                                "'/d_load' 00 ',sb' 00 'x' 000000"
                                        + "00000010 '/sync' 000000 ',i' 0000 00000001"));
    }

    @Test
    void saysWhenThereIsNoRoom() {
        OscPacket packet = OscMessage.of("/x", "text");
        ByteBuffer small = ByteBuffer.allocate(codec().size(packet) - 1);
        assertThatThrownBy(() -> codec().encode(packet, small))
                .isInstanceOf(BufferOverflowException.class);
    }

    private boolean encodes(OscPacket packet) {
        try {
            Bytes.encoded(codec(), packet);
            return true;
        } catch (OscFormatException refusal) {
            return false;
        }
    }

    private boolean decodes(byte[] bytes) {
        try {
            assertThat(codec().size(Bytes.decoded(codec(), bytes)) % 4).isZero();
            return true;
        } catch (OscFormatException refusal) {
            return false;
        } catch (RuntimeException | Error other) {
            return fail("seed " + SEED + ", bytes " + HexFormat.of().formatHex(bytes), other);
        }
    }
}
