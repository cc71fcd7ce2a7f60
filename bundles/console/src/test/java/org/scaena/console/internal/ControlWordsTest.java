package org.scaena.console.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.scaena.node.Controls;

class ControlWordsTest {

    @Test
    void readsNumbersAndBuses() {
        assertThat(ControlWords.values("freq", "440", "amp", "c3", "in", "a1"))
                .isEqualTo(
                        Controls.set("freq", 440).mapToControlBus("amp", 3).mapToAudioBus("in", 1));
    }

    @Test
    void namesTheWordThatIsWrong() {
        assertThatThrownBy(() -> ControlWords.values("freq"))
                .hasMessage("each control needs a value: 'freq' has none");
        assertThatThrownBy(() -> ControlWords.values("freq", "high"))
                .hasMessage("the value of freq must be a number or a bus like c3, not 'high'");
    }
}
