package org.scaena.osc.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscConstant;
import org.scaena.osc.OscFormatException;
import org.scaena.osc.OscFormatException.Reason;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscSymbol;
import org.scaena.osc.OscTimeTag;

class ScaenaCodecTest {

    private final ScaenaCodec codec = new ScaenaCodec();

    static Stream<Arguments> packets() {
        return Stream.of(
                // The two examples of the OSC 1.0 specification.
                row(
                        OscMessage.of("/oscillator/4/frequency", 440f),
                        "'/oscillator/4/frequency' 00 ',f' 0000 43dc0000"),
                row(
                        OscMessage.of("/foo", 1000, -1, "hello", 1.234f, 5.678f),
                        "'/foo' 00000000 ',iisff' 0000 000003e8 ffffffff"
                                + "'hello' 000000 3f9df3b6 40b5b22d"),
                // Strings of every length modulo four; the closing zero always has room.
                row(OscMessage.of("/ab"), "'/ab' 00 ',' 000000"),
                row(OscMessage.of("/abc"), "'/abc' 00000000 ',' 000000"),
                row(OscMessage.of("/a", "", "x"), "'/a' 0000 ',ss' 00 00000000 'x' 000000"),
                row(
                        OscMessage.of("/a", 1, 2, 3),
                        "'/a' 0000 ',iii' 00000000 00000001 00000002 00000003"),
                // What follows a blob is not part of it.
                row(
                        OscMessage.of("/b", OscBlob.of(new byte[] {1, 2, 3, 4, 5}), 7),
                        "'/b' 0000 ',bi' 00 00000005 0102030405 000000 00000007"),
                row(OscMessage.of("/b", OscBlob.of(new byte[0])), "'/b' 0000 ',b' 0000 00000000"),
                row(
                        OscMessage.of("/n", 1L << 40, 0.5, new OscTimeTag(0x1_8000_0000L)),
                        "'/n' 0000 ',hdt' 00000000 0000010000000000 3fe0000000000000"
                                + "0000000180000000"),
                row(
                        OscMessage.of("/c", 'A', '\u20ac', new OscSymbol("sym")),
                        "'/c' 0000 ',ccS' 00000000 00000041 000020ac 'sym' 00"),
                row(
                        OscMessage.of("/t", true, false, OscConstant.NIL, OscConstant.IMPULSE),
                        "'/t' 0000 ',TFNI' 000000"),
                row(
                        OscMessage.of("/l", List.of(1, List.of(), List.of("x")), 2),
                        "'/l' 0000 ',[i[][s]]i' 0000 00000001 'x' 000000 00000002"),
                // One to four bytes of UTF-8 for a letter.
                row(
                        OscMessage.of("/u", "a\u00fc\u20ac\ud83c\udfb5"),
                        "'/u' 0000 ',s' 0000 61 c3bc e282ac f09f8eb5 0000"),
                row(OscBundle.of(OscTimeTag.IMMEDIATELY), "'#bundle' 00 0000000000000001"),
                row(
                        OscBundle.of(
                                new OscTimeTag(2L << 32),
                                OscMessage.of("/a", 1),
                                OscBundle.of(OscTimeTag.IMMEDIATELY, OscMessage.of("/b"))),
                        "'#bundle' 00 0000000200000000 0000000c '/a' 0000 ',i' 0000 00000001"
                                + "0000001c '#bundle' 00 0000000000000001"
                                + "00000008 '/b' 0000 ',' 000000"));
    }

    @ParameterizedTest
    @MethodSource("packets")
    void writesExactlyTheseBytesAndReadsThemBack(OscPacket packet, byte[] bytes) {
        assertThat(codec.size(packet)).isEqualTo(bytes.length);
        assertThat(Bytes.encoded(codec, packet)).isEqualTo(bytes);
        assertThat(Bytes.decoded(codec, bytes)).isEqualTo(packet);
    }

    @Test
    void takesAMessageThatEndsAfterItsAddress() {
        assertThat(Bytes.decoded(codec, Bytes.of("'/sync' 000000")))
                .isEqualTo(OscMessage.of("/sync"));
    }

    @Test
    void replacesBrokenUtf8InBothDirections() {
        assertThat(Bytes.decoded(codec, Bytes.of("'/u' 0000 ',s' 0000 61ff6200")))
                .isEqualTo(OscMessage.of("/u", "a\ufffdb"));
        assertThat(Bytes.encoded(codec, OscMessage.of("/u", "a\ud800b", "\udc00")))
                .isEqualTo(Bytes.of("'/u' 0000 ',ss' 00 'a?b' 00 '?' 000000"));
    }

    @Test
    void refusesToWriteWhatWouldBeReadAsSomethingElse() {
        OscPacket zero = OscMessage.of("/x", "a\0b");
        OscPacket mark = OscMessage.of("#bundle", 1, 2);
        for (OscPacket packet : List.of(zero, mark)) {
            assertRefused(Reason.UNSUPPORTED, () -> codec.size(packet));
            assertRefused(Reason.UNSUPPORTED, () -> codec.encode(packet, ByteBuffer.allocate(99)));
        }
    }

    @Test
    void nestsBundlesEightDeepAndNoDeeper() {
        OscPacket eight = OscMessage.of("/x");
        for (int i = 0; i < 8; i++) {
            eight = OscBundle.of(OscTimeTag.IMMEDIATELY, eight);
        }
        assertThat(Bytes.decoded(codec, Bytes.encoded(codec, eight))).isEqualTo(eight);
        OscPacket nine = OscBundle.of(OscTimeTag.IMMEDIATELY, eight);
        assertRefused(Reason.BAD_NESTING, () -> codec.size(nine));
        assertRefused(Reason.BAD_NESTING, () -> codec.encode(nine, ByteBuffer.allocate(999)));
    }

    @Test
    void worksInsideABufferOfAnyKindAndLeavesTheRestAlone() {
        OscPacket packet = OscMessage.of("/x", "y", OscBlob.of(new byte[] {9}), 3);
        ByteBuffer buffer = ByteBuffer.allocateDirect(100).order(ByteOrder.LITTLE_ENDIAN);
        buffer.position(10);
        codec.encode(packet, buffer);
        assertThat(buffer.position()).isEqualTo(10 + codec.size(packet));
        assertThat(buffer.order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
        buffer.flip().position(10);
        assertThat(codec.decode(buffer)).isEqualTo(packet);
        assertThat(codec.decode(buffer.asReadOnlyBuffer())).isEqualTo(packet);
        assertThat(buffer.position()).isEqualTo(10);
    }

    @Test
    void allocatesNothingWhileEncoding() {
        OscPacket packet =
                OscBundle.of(
                        OscTimeTag.IMMEDIATELY,
                        OscMessage.of("/s_new", "s2", 1001, 0, 1, "freq", 440f, "amp", 0.1f),
                        OscMessage.of("/x", List.of(1, 2.0, 3L), OscBlob.of(new byte[99]), 'c'));
        ByteBuffer target = ByteBuffer.allocateDirect(codec.size(packet));
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        encode(packet, target, 100);
        long before = threads.getCurrentThreadAllocatedBytes();
        encode(packet, target, 10_000);
        long perPacket = (threads.getCurrentThreadAllocatedBytes() - before) / 10_000;
        assertThat(perPacket).isZero();
    }

    private void encode(OscPacket packet, ByteBuffer target, int times) {
        for (int i = 0; i < times; i++) {
            codec.size(packet);
            codec.encode(packet, target.clear());
        }
    }

    private static void assertRefused(Reason reason, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        OscFormatException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private static Arguments row(OscPacket packet, String bytes) {
        return Arguments.of(packet, Bytes.of(bytes));
    }
}
