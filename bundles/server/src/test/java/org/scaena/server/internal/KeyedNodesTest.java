package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scaena.command.CommandSender;
import org.scaena.ledger.NodeEntry;
import org.scaena.node.AddAction;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.NodeState;
import org.scaena.node.NodeTree;
import org.scaena.node.Placement;
import org.scaena.node.SynthSnapshot;
import org.scaena.server.internal.Holdings.Held;

/** Where nodes are made again: beside or in what will be there by then. */
class KeyedNodesTest {

    private static final int DEFAULT = Login.defaultGroup(1);

    private final CommandSender sender = unused(CommandSender.class);
    private final NodeTree tree = unused(NodeTree.class);
    private final List<Held<LiveNode>> keyed = new ArrayList<>();

    private static <T> T unused(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, with) -> null));
    }

    private static SynthSnapshot synth(int id) {
        return new SynthSnapshot(id, NodeState.PLAYING, Optional.of("s2"), List.of());
    }

    private static GroupSnapshot group(int id, NodeSnapshot... children) {
        return new GroupSnapshot(id, NodeState.PLAYING, List.of(children));
    }

    private SynthSnapshot keyedSynth(int id) {
        hold(id, new LiveSynth(id, "s2", sender, tree));
        return synth(id);
    }

    private GroupSnapshot keyedGroup(int id, NodeSnapshot... children) {
        hold(id, new LiveGroup(id, LiveGroup.Kind.ORDINARY, sender, tree));
        return group(id, children);
    }

    private void hold(int id, LiveNode node) {
        keyed.add(new Held<>(id, "rain", Optional.of("key " + id), node));
    }

    private List<String> written(GroupSnapshot root) {
        return KeyedNodes.of(keyed, root, DEFAULT).stream().map(KeyedNodesTest::text).toList();
    }

    private static String text(NodeEntry entry) {
        Placement placement = entry.placement();
        return "%d %s %d".formatted(entry.id(), placement.action(), placement.target());
    }

    @Test
    void theFirstIsAtTheHeadTheOthersEachBehindTheOneBefore() {
        GroupSnapshot root =
                group(0, group(DEFAULT, synth(9), keyedSynth(10), synth(11), keyedSynth(12)));

        assertThat(written(root)).containsExactly("10 ADD_TO_HEAD " + DEFAULT, "12 ADD_AFTER 10");
    }

    @Test
    void whatIsInAGroupWithAKeyIsMadeAfterIt() {
        GroupSnapshot root =
                group(0, group(DEFAULT), keyedGroup(20, keyedSynth(21), keyedSynth(22)));

        assertThat(written(root))
                .containsExactly("20 ADD_AFTER " + DEFAULT, "21 ADD_TO_HEAD 20", "22 ADD_AFTER 21");
    }

    /** The group will not be there; its nodes keep their place among the others. */
    @Test
    void whatIsInAGroupWithoutAKeyIsBesideIt() {
        GroupSnapshot root =
                group(0, group(DEFAULT, keyedSynth(10), group(30, keyedSynth(31)), keyedSynth(12)));

        assertThat(written(root))
                .containsExactly("10 ADD_TO_HEAD " + DEFAULT, "31 ADD_AFTER 10", "12 ADD_AFTER 31");
    }

    @Test
    void whatIsBeforeTheDefaultGroupStaysThere() {
        GroupSnapshot root = group(0, keyedSynth(10), group(DEFAULT), keyedSynth(11));

        assertThat(written(root)).containsExactly("10 ADD_TO_HEAD 0", "11 ADD_AFTER " + DEFAULT);
    }

    @Test
    void whatTheTreeDoesNotKnowYetGoesToTheDefaultGroup() {
        keyedSynth(10);

        assertThat(written(group(0, group(DEFAULT)))).containsExactly("10 ADD_TO_TAIL " + DEFAULT);
    }

    @Test
    void whatWasFreedIsNotWritten() {
        GroupSnapshot root = group(0, group(DEFAULT, keyedSynth(10), keyedSynth(11)));
        keyed.get(0).thing().free();

        assertThat(written(root)).containsExactly("11 ADD_TO_HEAD " + DEFAULT);
    }

    @Test
    void aGroupHasNoDefinition() {
        keyedGroup(20);
        List<NodeEntry> entries = KeyedNodes.of(keyed, group(0, group(20)), DEFAULT);

        assertThat(entries)
                .singleElement()
                .extracting(NodeEntry::defName)
                .isEqualTo(Optional.empty());
        assertThat(entries.get(0).placement()).isEqualTo(new Placement(AddAction.ADD_TO_HEAD, 0));
    }
}
