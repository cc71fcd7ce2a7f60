package org.scaena.javaosc.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscFormatException;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscTimeTag;
import org.scaena.osc.conformance.Bytes;
import org.scaena.osc.conformance.Capture;
import org.scaena.osc.conformance.CodecConformance;
import org.scaena.osc.conformance.RandomPackets;
import org.scaena.osc.internal.ScaenaCodec;

class JavaOscCodecTest extends CodecConformance {

    private final OscCodec codec = new JavaOscCodec();
    private final OscCodec ours = new ScaenaCodec();

    @Override
    protected OscCodec codec() {
        return codec;
    }

    /** Blobs before other arguments, characters beyond ASCII, arrays in arrays. */
    @Override
    protected boolean refuses(OscPacket packet) {
        return packet.equals(OscMessage.of("/b", OscBlob.of(new byte[] {1, 2, 3, 4, 5}), 7))
                || packet.toString().contains("\u20ac, OscSymbol")
                || packet.equals(OscMessage.of("/l", List.of(1, List.of(), List.of("x")), 2));
    }

    @Override
    protected boolean isGuarded() {
        return true;
    }

    @Test
    void isASecondOpinionOnWhatIsWritten() {
        RandomPackets random = new RandomPackets(4_711);
        int agreed = 0;
        for (int i = 0; i < 20_000; i++) {
            OscPacket packet = random.next();
            try {
                byte[] bytes = Bytes.encoded(codec, packet);
                assertThat(bytes).isEqualTo(Bytes.encoded(ours, packet));
                agreed++;
            } catch (OscFormatException refusal) {
                // JavaOSC has no opinion
            }
        }
        assertThat(agreed).isGreaterThan(1_000);
    }

    @Test
    void writesPacketsOfAnyLength() {
        OscMessage synth = OscMessage.of("/s_new", "s2", 1000, 0, 1, "freq", 400f);
        OscMessage one = OscMessage.of("/d_recv", OscBlob.of(new byte[60_000]));
        OscBundle many = new OscBundle(OscTimeTag.IMMEDIATELY, Collections.nCopies(1_000, synth));

        assertThat(Bytes.encoded(codec, one)).isEqualTo(Bytes.encoded(ours, one));
        assertThat(Bytes.encoded(codec, many)).isEqualTo(Bytes.encoded(ours, many));
    }

    @Test
    void isASecondOpinionOnWhatScsynthSaid() throws Exception {
        int agreed = 0;
        for (Capture capture : Capture.all()) {
            try {
                OscPacket packet = Bytes.decoded(codec, capture.bytes());
                assertThat(packet).isEqualTo(Bytes.decoded(ours, capture.bytes()));
                agreed++;
            } catch (OscFormatException refusal) {
                // JavaOSC has no opinion
            }
        }
        assertThat(agreed).isGreaterThan(3_000);
    }
}
