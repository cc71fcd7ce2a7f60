package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scaena.buffer.BufferInfo;
import org.scaena.id.IdRange;
import org.scaena.ledger.BufferEntry;
import org.scaena.ledger.BufferEntry.Contents;
import org.scaena.ledger.BufferEntry.SoundFile;
import org.scaena.ledger.BusEntry;
import org.scaena.node.ControlReading;
import org.scaena.node.ControlValue.Constant;
import org.scaena.node.ControlValue.ControlBusMap;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeState;
import org.scaena.node.SynthSnapshot;
import org.scaena.osc.OscMessage;

class OpeningTest {

    @Test
    void aServerOfNothingNeedsNothing() {
        assertThat(Opening.ofNothing(0).messages()).isEmpty();
    }

    @Test
    void whatItHadIsMadeInOrder() {
        SynthSnapshot tone =
                new SynthSnapshot(
                        1000,
                        NodeState.PAUSED,
                        Optional.of("s2"),
                        List.of(
                                new ControlReading("freq", new Constant(330)),
                                new ControlReading("1", new ControlBusMap(7))));
        SynthSnapshot unknown =
                new SynthSnapshot(1001, NodeState.PLAYING, Optional.empty(), List.of());
        SynthSnapshot nameless =
                new SynthSnapshot(-16, NodeState.PLAYING, Optional.of("s2"), List.of());
        GroupSnapshot inner = new GroupSnapshot(2, NodeState.PLAYING, List.of(tone, unknown));
        GroupSnapshot tree = new GroupSnapshot(0, NodeState.PLAYING, List.of(inner, nameless));

        Opening opening =
                new Opening(
                        0,
                        List.of(),
                        List.of(
                                new BufferInfo(3, 64, 2, 48_000),
                                new BufferInfo(4, 100, 1, 48_000),
                                BufferInfo.none(5)),
                        List.of(
                                new BufferEntry(
                                        "me",
                                        "rain",
                                        4,
                                        100,
                                        1,
                                        Contents.SOUND_FILE,
                                        Optional.of(new SoundFile("/rain.wav", 0, -1, List.of())))),
                        List.of(
                                new BusEntry(
                                        "me",
                                        "send",
                                        "control",
                                        new IdRange(8, 2),
                                        List.of(1f, 2f))),
                        tree);

        assertThat(opening.messages())
                .extracting(OscText::of)
                .containsExactly(
                        "/b_alloc 3 64 2",
                        "/b_allocRead 4 /rain.wav 0 0",
                        "/c_setn 8 2 1.0 2.0",
                        "/g_new 2 1 0",
                        "/s_new s2 -1 1 0",
                        "/s_new s2 1000 1 2 freq 330.0 1 c7",
                        "/n_run 1000 0");
    }

    @Test
    void groupsMayNestAsDeepAsTheyLike() {
        GroupSnapshot tree = new GroupSnapshot(50_000, NodeState.PLAYING, List.of());
        for (int id = 49_999; id >= 0; id--) {
            tree = new GroupSnapshot(id, NodeState.PLAYING, List.of(tree));
        }

        List<OscMessage> messages =
                new Opening(0, List.of(), List.of(), List.of(), List.of(), tree).messages();

        assertThat(messages).hasSize(50_000).first().isEqualTo(OscMessage.of("/g_new", 1, 1, 0));
    }
}
