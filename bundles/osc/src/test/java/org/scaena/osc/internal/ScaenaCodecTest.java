package org.scaena.osc.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscFormatException;
import org.scaena.osc.OscFormatException.Reason;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscTimeTag;
import org.scaena.osc.conformance.Bytes;
import org.scaena.osc.conformance.CodecConformance;

class ScaenaCodecTest extends CodecConformance {

    private final ScaenaCodec codec = new ScaenaCodec();

    @Override
    protected OscCodec codec() {
        return codec;
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
}
