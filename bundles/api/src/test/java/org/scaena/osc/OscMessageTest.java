package org.scaena.osc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OscMessageTest {

    @Test
    void namesTheArgumentThatIsMissingOrOfAnotherType() {
        OscMessage message = OscMessage.of("/done", "/b_alloc", 3);
        assertThat(message.intAt(1)).isEqualTo(3);
        assertThatThrownBy(() -> message.intAt(0))
                .isInstanceOf(OscArgumentException.class)
                .hasMessageContaining("argument 0 of /done should be a number");
        assertThatThrownBy(() -> message.stringAt(2)).isInstanceOf(OscArgumentException.class);
    }

    @Test
    void refusesWhatHasNoOscTypeAlsoInsideArrays() {
        assertThatThrownBy(() -> OscMessage.of("/x", List.of(1, (short) 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Short");
    }
}
