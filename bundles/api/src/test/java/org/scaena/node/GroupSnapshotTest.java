package org.scaena.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroupSnapshotTest {

    @Test
    void printsTheTreeAsScsynthDoes() {
        SynthSnapshot synth =
                new SynthSnapshot(
                        10001,
                        NodeState.PLAYING,
                        Optional.of("s2"),
                        List.of(
                                new ControlReading("freq", new ControlValue.Constant(100)),
                                new ControlReading("amp", new ControlValue.Constant(0.05f)),
                                new ControlReading("pan", new ControlValue.ControlBusMap(7))));
        GroupSnapshot group = new GroupSnapshot(1, NodeState.PLAYING, List.of(synth));
        GroupSnapshot root = new GroupSnapshot(0, NodeState.PLAYING, List.of(group));
        // The control line as in the notebook, cell 14.
        assertThat(root.dump())
                .isEqualTo(
                        """
                        NODE TREE Group 0
                           1 group
                              10001 s2
                                freq: 100 amp: 0.050000000745058 pan: c7
                        """);
        assertThat(root.find(10001)).contains(synth);
    }
}
