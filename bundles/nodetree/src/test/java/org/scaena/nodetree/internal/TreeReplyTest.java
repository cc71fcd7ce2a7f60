package org.scaena.nodetree.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.scaena.catalogue.TreeReply;
import org.scaena.node.ControlReading;
import org.scaena.node.ControlValue;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeState;
import org.scaena.node.SynthSnapshot;
import org.scaena.osc.OscMessage;

class TreeReplyTest {

    private final List<OscMessage> mapped =
            Session.named("mapped").messages().stream()
                    .filter(message -> message.address().equals("/g_queryTree.reply"))
                    .toList();

    @Test
    void readsNumbersAndBusesUnderNamesAndIndices() {
        GroupSnapshot group = read(mapped.get(mapped.size() - 1));
        assertThat(group.id()).isEqualTo(100);
        SynthSnapshot array = (SynthSnapshot) group.find(1001).orElseThrow();
        assertThat(array.defName()).contains("cap_array");
        assertThat(array.controls().stream().map(ControlReading::name))
                .containsExactly("out", "freqs", "2", "3", "4", "amps", "6", "7", "8");
        assertThat(array.control("out")).contains(new ControlValue.ControlBusMap(50));
        assertThat(array.control("freqs")).contains(new ControlValue.Constant(220));
        SynthSnapshot audio = (SynthSnapshot) group.find(1002).orElseThrow();
        assertThat(audio.control("sig")).contains(new ControlValue.AudioBusMap(4));
    }

    @Test
    void readsAReplyWithoutControls() {
        assertThat(read(Session.message("/g_queryTree.reply 0 0 1 7 -1 cap_sine")))
                .isEqualTo(
                        new GroupSnapshot(
                                0,
                                NodeState.PLAYING,
                                List.of(
                                        new SynthSnapshot(
                                                7,
                                                NodeState.PLAYING,
                                                Optional.of("cap_sine"),
                                                List.of()))));
    }

    @Test
    void failsAtACutOrChangedReplyInsteadOfGuessing() {
        OscMessage whole = mapped.get(0);
        for (int size = 0; size < whole.size(); size++) {
            OscMessage cut = new OscMessage(whole.address(), whole.arguments().subList(0, size));
            assertThatThrownBy(() -> read(cut)).isInstanceOf(RuntimeException.class);
        }
        Random random = new Random(3);
        for (int round = 0; round < 2000; round++) {
            List<Object> arguments = new ArrayList<>(whole.arguments());
            arguments.set(random.nextInt(arguments.size()), random.nextInt());
            try {
                read(new OscMessage(whole.address(), arguments));
            } catch (RuntimeException refused) {
                assertThat(refused).hasMessageContaining("/g_queryTree.reply");
            }
        }
    }

    @Test
    void readsAnyDepth() {
        Mirror mirror = new Mirror(new Absentees(), Mirror.Events.NONE);
        GroupSnapshot read = read(nested(20_000));
        assertThat(Adoption.of(read, mirror)).isEqualTo(20_000);
        assertThat(mirror.root().groupSnapshot()).isEqualTo(read).hasSameHashCodeAs(read);
        assertThat(read.nodes()).hasSize(20_001);
        assertThat(Adoption.of(read(nested(0)), mirror)).isEqualTo(20_000);
        assertThat(mirror.size()).isOne();
    }

    private static OscMessage nested(int levels) {
        List<Object> arguments = new ArrayList<>(List.of(0));
        for (int group = 0; group < levels; group++) {
            arguments.addAll(List.of(group, 1));
        }
        arguments.addAll(List.of(levels, 0));
        return new OscMessage("/g_queryTree.reply", arguments);
    }

    private static GroupSnapshot read(OscMessage reply) {
        return TreeReply.read(reply, id -> NodeState.PLAYING);
    }
}
