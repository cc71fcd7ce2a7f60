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

    /** Seen in scsynth 3.13.0: of an array only the first has a name. */
    @Test
    void printsArraysAndNumbersAsScsynthDoes() {
        SynthSnapshot synth =
                new SynthSnapshot(
                        2004,
                        NodeState.PLAYING,
                        Optional.of("cap_rates"),
                        List.of(
                                new ControlReading("start", constant(1e9f)),
                                new ControlReading("fast", constant(1e-7f)),
                                new ControlReading("freqs", constant(220)),
                                new ControlReading("3", new ControlValue.AudioBusMap(4)),
                                new ControlReading("4", constant(0.012500000186264515f)),
                                new ControlReading("huge", constant(-1e20f)),
                                new ControlReading("none", constant(-0f)),
                                new ControlReading("nan", constant(Float.NaN)),
                                new ControlReading("all", constant(Float.NEGATIVE_INFINITY))));
        assertThat(group(1002, synth).dump())
                .isEqualTo(
                        """
                        NODE TREE Group 1002
                           2004 cap_rates
                             start: 1000000000 fast: 1.0000000116861e-07 freqs: 220 a4\
                         0.012500000186265 huge: -1.0000000200409e+20 none: -0 nan: nan all: -inf
                        """);
    }

    /** Cells 22 and 33, with the states that the notebook would have had. */
    @Test
    void printsStatesAsTheNotebookDoes() {
        SynthSnapshot synth =
                new SynthSnapshot(
                        20001,
                        NodeState.PAUSED,
                        Optional.of("s2"),
                        List.of(new ControlReading("amp", constant(0.05f))));
        GroupSnapshot group = group(67108865, synth, group(5), group(6, group(7)));
        assertThat(group(67108865)).hasToString("Group(67108865) ~ {} children=[]");
        assertThat(new GroupSnapshot(0, NodeState.UNKNOWN, List.of(group, group(1))))
                .hasToString(
                        """
                        Group(0)  {} children=[
                          Group(67108865) ~ {} children=[
                            Synth(20001) 's2' - {'amp': 0.05},
                            Group(5) ~ {} children=[],
                            Group(6) ~ {} children=[
                              Group(7) ~ {} children=[]]],
                          Group(1) ~ {} children=[]]\
                        """);
    }

    @Test
    void isComparedCopiedAndPrintedAtAnyDepth() {
        GroupSnapshot one = nested(20_000);
        GroupSnapshot other = nested(20_000);
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(nested(19_999));
        assertThat(one.nodes().count()).isEqualTo(20_001);
        assertThat(one.find(20_000)).isPresent();
        assertThat(nested(2_000).dump()).hasLineCount(2_001);
        assertThat(nested(2_000).toString()).hasLineCount(2_001);
    }

    private static GroupSnapshot nested(int levels) {
        GroupBuilder builder = new GroupBuilder();
        for (int id = 0; id <= levels; id++) {
            builder.open(id, NodeState.PLAYING);
        }
        for (int id = 0; id <= levels; id++) {
            builder.close();
        }
        return builder.whole();
    }

    private static GroupSnapshot group(int id, NodeSnapshot... children) {
        return new GroupSnapshot(id, NodeState.PLAYING, List.of(children));
    }

    private static ControlValue constant(float value) {
        return new ControlValue.Constant(value);
    }
}
