package org.scaena.nodetree.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scaena.node.Controls.set;

import org.junit.jupiter.api.Test;
import org.scaena.node.AddAction;
import org.scaena.node.ControlValues;
import org.scaena.node.Placement;
import org.scaena.osc.OscMessage;

class SetControlsTest {

    private final ScriptedServer server = new ScriptedServer();
    private final MirroredTree tree =
            new MirroredTree(
                    "test", new Questions(server, (wait, task) -> {}), new Truthfulness(() -> 0));

    private String controls(int id) {
        return tree.snapshot(id).orElseThrow().toString().replaceFirst(".*\\{", "{");
    }

    @Test
    void ofAReadSynthKnowsNamesIndicesArraysAndBuses() {
        server.answer =
                OscMessage.of(
                        "/g_queryTree.reply",
                        1,
                        0,
                        1,
                        1000,
                        -1,
                        "pad",
                        4,
                        "out",
                        0f,
                        "freqs",
                        1f,
                        2,
                        2f,
                        "amp",
                        0.5f);
        tree.refresh().await();
        tree.controlsSet(
                1000,
                set("freqs", 220, 330)
                        .set(3, 0.25)
                        .mapToControlBus("out", 7)
                        .set("none", 1)
                        .set(9, 1));
        assertThat(controls(1000)).isEqualTo("{'out': c7, 'freqs': 220, '2': 330, 'amp': 0.25}");
        tree.controlsSet(0, set("amp", 1));
        assertThat(controls(1000)).contains("'amp': 1}");
        tree.controlSet(1000, "amp", 0.75f);
        tree.controlSet(1000, 2, 440);
        tree.controlSet(1000, "none", 1);
        assertThat(controls(1000)).isEqualTo("{'out': c7, 'freqs': 220, '2': 440, 'amp': 0.75}");
    }

    @Test
    void whatWasReadBeforeStaysAsItWas() {
        tree.refresh().await();
        tree.expected(1000, "pad", set("freq", 55), new Placement(AddAction.ADD_TO_HEAD, 0));
        tree.notified(OscMessage.of("/n_go", 1000, 0, -1, -1, 0));
        var before = tree.snapshot(1000).orElseThrow();
        String printed = before.toString();

        tree.controlSet(1000, "freq", 110);

        assertThat(before).hasToString(printed);
        assertThat(controls(1000)).isEqualTo("{'freq': 110}");
    }

    @Test
    void ofANewSynthKnowsWhatItWasGiven() {
        tree.refresh().await();
        ControlValues given = set("freq", 55).mapToAudioBus("in", 4).set("freqs", 1, 2);
        tree.expected(1000, "pad", given, new Placement(AddAction.ADD_TO_HEAD, 0));
        tree.notified(Session.message("/n_go 1000 0 -1 -1 0"));
        tree.controlsSet(1000, set("freq", 66).set("amp", 0.5));
        assertThat(controls(1000)).isEqualTo("{'freq': 66, 'in': a4, 'freqs': 1, 'amp': 0.5}");
        tree.controlsSet(77, set("freq", 66));
    }
}
