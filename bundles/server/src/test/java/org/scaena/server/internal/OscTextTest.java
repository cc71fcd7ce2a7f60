package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscTimeTag;

class OscTextTest {

    @Test
    void aPacketIsOneLine() {
        OscMessage synth = OscMessage.of("/s_new", "a b", 1000, 0, 1, "amp", 0.5f, "");
        OscMessage other =
                OscMessage.of("/x", OscBlob.of(new byte[12]), List.of(1, 2), "new\nline");

        assertThat(OscText.of(OscBundle.of(OscTimeTag.IMMEDIATELY, synth, other)))
                .isEqualTo("/s_new 'a b' 1000 0 1 amp 0.5 ''; /x <12 bytes> [1 2] new?line");
    }

    @Test
    void aVeryLongOneIsCut() {
        assertThat(OscText.of(OscMessage.of("/x", "y".repeat(5_000)))).hasSize(300).endsWith("…");
    }
}
