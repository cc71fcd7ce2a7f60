package org.scaena.osc.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscTimeTag;

class FlatTest {

    private static final OscTimeTag OUTER = new OscTimeTag(10);
    private static final OscTimeTag INNER = new OscTimeTag(20);
    private static final OscMessage A = OscMessage.of("/a");
    private static final OscMessage B = OscMessage.of("/b");
    private static final OscMessage C = OscMessage.of("/c");

    @Test
    void leavesAloneWhatIsFlatAndUnwrapsWhatIsNot() {
        OscPacket messages = OscBundle.of(OUTER, A, B);
        OscPacket inner = OscBundle.of(INNER, C);
        assertThat(split(A)).containsExactly(A);
        assertThat(split(messages)).containsExactly(messages);
        assertThat(split(OscBundle.of(OUTER, messages, inner))).containsExactly(messages, inner);
    }

    @Test
    void keepsTheOrderAndEachMessagesOwnTime() {
        OscPacket inner = OscBundle.of(INNER, C);
        assertThat(split(OscBundle.of(OUTER, A, B, inner, A)))
                .containsExactly(OscBundle.of(OUTER, A, B), inner, OscBundle.of(OUTER, A));
    }

    @Test
    void findsTheMixtureDeepInside() {
        OscPacket mixed = OscBundle.of(INNER, A, OscBundle.of(OUTER, B));
        assertThat(split(OscBundle.of(OUTER, OscBundle.of(OUTER, mixed))))
                .containsExactly(OscBundle.of(INNER, A), OscBundle.of(OUTER, B));
    }

    private static List<OscPacket> split(OscPacket packet) {
        List<OscPacket> parts = new ArrayList<>();
        Flat.split(packet, parts::add);
        return parts;
    }
}
