package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scaena.node.Controls.set;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scaena.node.ControlReading;
import org.scaena.node.ControlValue;
import org.scaena.node.NodeState;
import org.scaena.node.SynthSnapshot;

/** What a synth that is made again is given. */
class KeptControlsTest {

    private final KeptControls controls = new KeptControls(set("freq", 100).set("amp", 0.5));

    private static Optional<SynthSnapshot> known(ControlReading... readings) {
        return Optional.of(
                new SynthSnapshot(1000, NodeState.PLAYING, Optional.of("s2"), List.of(readings)));
    }

    @Test
    void theLastValueCounts() {
        controls.set(set("freq", 200));
        controls.set(set("freq", 300).mapToControlBus("pan", 4));

        assertThat(controls.with(Optional.empty()))
                .isEqualTo(set("freq", 300).set("amp", 0.5).mapToControlBus("pan", 4));
    }

    @Test
    void whatOthersHaveSetCounts() {
        assertThat(
                        controls.with(
                                known(
                                        new ControlReading("amp", new ControlValue.Constant(1)),
                                        new ControlReading("gate", new ControlValue.Constant(1)))))
                .isEqualTo(set("freq", 100).set("amp", 1).set("gate", 1));
    }

    /** Of an array the tree names the first control only. */
    @Test
    void anArrayStaysWhole() {
        controls.set(set("levels", 1, 2));

        assertThat(
                        controls.with(
                                known(
                                        new ControlReading("levels", new ControlValue.Constant(9)),
                                        new ControlReading("5", new ControlValue.Constant(9)))))
                .isEqualTo(set("freq", 100).set("amp", 0.5).set("levels", 1, 2));
    }
}
