package org.scaena.nodetree.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scaena.command.CommandFailedException;
import org.scaena.command.Reply;
import org.scaena.command.ReplyTimeoutException;
import org.scaena.command.Subscription;
import org.scaena.node.AddAction;
import org.scaena.node.Controls;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeEvent;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.NodeState;
import org.scaena.node.NodeTreeStatistics;
import org.scaena.node.Placement;
import org.scaena.node.SynthSnapshot;
import org.scaena.node.TreeDetail;

class MirroredTreeTest {

    private static final Placement TAIL = new Placement(AddAction.ADD_TO_TAIL, 0);

    private final ModelServer server = new ModelServer();
    private final Deque<Runnable> deadlines = new ArrayDeque<>();
    private final MirroredTree tree =
            new MirroredTree(
                    "test",
                    new Questions(server, (wait, task) -> deadlines.add(task)),
                    new Truthfulness(() -> 0));
    private final List<NodeEvent> events = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void followsWithoutFalseEventsWhileItIsReadAgainAndAgain(int seed) {
        Random random = new Random(seed);
        Weather weather = new Weather(server, random, false);
        Set<Integer> living = new HashSet<>();
        tree.listen(
                event -> {
                    follow(living, event);
                    if (event.kind() == NodeEvent.Kind.ENDED) {
                        assertThat(server.nodes).doesNotContainKey(event.node().id());
                    }
                });
        read();
        for (int step = 0; step < 3000; step++) {
            switch (random.nextInt(8)) {
                case 0 -> tree.refresh();
                case 1 -> server.serve();
                case 2 -> server.endOfBlock();
                case 3 -> server.deliver(tree::notified);
                default -> weather.blow();
            }
            if (step % 50 == 0) {
                server.settle(tree::notified);
                count();
                assertThat(ids(tree.snapshot())).isEqualTo(ids(server.truth()));
                assertThat(living).isEqualTo(idsBelowRoot());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void equalsTheServerAfterOneReadingHoweverMuchWasLost(int seed) {
        Random random = new Random(seed);
        Weather weather = new Weather(server, random, true);
        Set<Integer> living = new HashSet<>();
        tree.listen(event -> follow(living, event));
        server.loses = () -> random.nextInt(100) < seed * 10;
        for (int round = 0; round < 100; round++) {
            for (int step = 0; step < 40; step++) {
                weather.blow();
                server.endOfBlock();
                server.deliver(tree::notified);
            }
            read();
            assertThat(tree.snapshot().dump()).isEqualTo(server.truth().dump());
            assertThat(living).isEqualTo(idsBelowRoot());
        }
        assertThat(tree.statistics().drifts()).isPositive();
    }

    /** What the tree tells of each node must be a life: one start, then changes, then one end. */
    private static void follow(Set<Integer> living, NodeEvent event) {
        int id = event.node().id();
        switch (event.kind()) {
            case WENT -> assertThat(living.add(id)).as(event.toString()).isTrue();
            case ENDED -> assertThat(living.remove(id)).as(event.toString()).isTrue();
            default -> assertThat(id == 0 || living.contains(id)).as(event.toString()).isTrue();
        }
    }

    @Test
    void findsTheEndsThatWereLostWhenAllIsFreedAtOnce() {
        read();
        for (int id = 1000; id < 7000; id++) {
            server.make(id, "blip", AddAction.ADD_TO_TAIL, server.root);
            server.endOfBlock();
        }
        server.deliver(tree::notified);
        assertThat(tree.statistics().nodes()).isEqualTo(6001);
        server.freeAll(server.root);
        server.settle(tree::notified);
        assertThat(tree.statistics().nodes()).isEqualTo(6001 - 1023);
        count();
        assertThat(tree.statistics().nodes()).isEqualTo(1);
        assertThat(tree.statistics().drifts()).isEqualTo(1);
        assertThat(tree.statistics().heals()).isEqualTo(6000 - 1023);
        assertThat(tree.state(6999)).isEqualTo(NodeState.ENDED);
    }

    @Test
    void looksByItselfAfterAStormAndTellsTheDrift() {
        read();
        for (int id = 1000; id < 7000; id++) {
            server.make(id, null, AddAction.ADD_TO_TAIL, server.root);
        }
        server.settle(tree::notified);
        assertThat(tree.statistics().nodes()).isEqualTo(1024);
        while (!deadlines.isEmpty()) {
            deadlines.poll().run();
            server.settle(tree::notified);
        }
        assertThat(tree.snapshot()).isEqualTo(server.truth());
        assertThat(tree.statistics())
                .returns(6000 - 1023L, NodeTreeStatistics::heals)
                .returns(1L, NodeTreeStatistics::drifts)
                .returns(0, NodeTreeStatistics::drift);
        assertThat(tree.statistics().notifications()).isEqualTo(1023);
    }

    @Test
    void asksNothingWhileTheCountsAgree() {
        read();
        server.make(1000, "blip", AddAction.ADD_TO_TAIL, server.root);
        server.settle(tree::notified);
        int asked = server.asked;
        count();
        assertThat(server.asked).isEqualTo(asked);
    }

    @Test
    void asksOnceAboutNodesThatAreInNoTree() {
        read();
        tree.counted(1, 1);
        server.settle(tree::notified);
        int asked = server.asked;
        tree.counted(1, 1);
        assertThat(server.asked).isEqualTo(asked);
        tree.counted(2, 1);
        assertThat(server.asked).isEqualTo(asked + 1);
    }

    @Test
    void knowsASynthFromWhatWasAskedForUntilItIsRead() {
        read();
        tree.expected(1000, "blip", Controls.set("freq", 55).mapToAudioBus("in", 4), TAIL);
        assertThat(tree.state(1000)).isEqualTo(NodeState.STARTED);
        server.make(1000, "blip", AddAction.ADD_TO_TAIL, server.root);
        server.settle(tree::notified);
        assertThat(tree.state(1000)).isEqualTo(NodeState.PLAYING);
        SynthSnapshot synth = (SynthSnapshot) tree.snapshot().find(1000).orElseThrow();
        assertThat(synth.defName()).contains("blip");
        assertThat(tree.snapshot().dump()).contains("1000 blip\n     freq: 55 in: a4\n");
        read();
        assertThat(tree.snapshot().dump()).isEqualTo(server.truth().dump());
    }

    @Test
    void endsASynthOfWhichOnlyTheEndIsTold() {
        tree.listen(events::add);
        read();
        tree.expected(1000, "blip", Controls.set("freq", 55), TAIL);
        tree.notified(Session.message("/n_end 1000 0 -1 -1 0"));
        tree.notified(Session.message("/n_end 1000 0 -1 -1 0"));
        tree.notified(Session.message("/n_end 1001 0 -1 -1 0"));
        assertThat(events.stream().map(NodeEvent::kind))
                .containsExactly(NodeEvent.Kind.WENT, NodeEvent.Kind.ENDED);
    }

    @Test
    void takesWhatIsToldTwiceForOne() {
        tree.listen(events::add);
        read();
        for (String message :
                List.of(
                        "/n_go 1000 0 -1 -1 1 -1 -1",
                        "/n_go 1001 1000 -1 -1 0",
                        "/n_off 1001 1000 -1 -1 0",
                        "/n_move 1001 0 1000 -1 0",
                        "/n_end 1001 0 1000 -1 0")) {
            tree.notified(Session.message(message));
            tree.notified(Session.message(message));
        }
        assertThat(events.stream().map(event -> event.kind() + " " + event.node().id()))
                .containsExactly(
                        "WENT 1000", "WENT 1001", "PAUSED 1001", "MOVED 1001", "ENDED 1001");
    }

    @Test
    void ignoresWhatIsNoNotification() {
        read();
        for (String message :
                List.of("/tr 1000 1 0.5", "/n_go", "/n_go a b c d e", "/n_go 5 0 -1 -1 1")) {
            tree.notified(Session.message(message));
        }
        assertThat(tree.statistics().nodes()).isEqualTo(1);
    }

    @Test
    void listsNoGroupThatWasMovedIntoItself() {
        read();
        tree.notified(Session.message("/n_go 1000 0 -1 -1 1 -1 -1"));
        tree.notified(Session.message("/n_move 1000 1000 -1 -1 1 1000 1000"));
        assertThat(tree.snapshot().children()).isEmpty();
        assertThat(tree.state(1000)).isEqualTo(NodeState.PLAYING);
    }

    @ParameterizedTest
    @ValueSource(ints = {3000, 4500, 10_000})
    void readsAGroupOfAnySize(int synths) {
        for (int id = 1000; id < 1000 + synths; id++) {
            server.make(id, "blip", AddAction.ADD_TO_TAIL, server.root);
        }
        server.endOfBlock();
        assertThat(ids(query(0))).isEqualTo(ids(server.truth()));
    }

    @Test
    void readsTheControlsInManyGroupsThatAreTooMuchForOneReply() {
        for (int id = 1000; id < 6000; id++) {
            server.make(id, null, AddAction.ADD_TO_TAIL, server.root);
            server.make(id + 10_000, "blip", AddAction.ADD_TO_TAIL, server.nodes.get(id));
        }
        server.endOfBlock();
        assertThat(query(0).dump()).isEqualTo(server.truth().dump());
    }

    private GroupSnapshot query(int group) {
        Reply<GroupSnapshot> reply = tree.query(group, TreeDetail.WITH_CONTROLS);
        server.settle(tree::notified);
        return reply.await();
    }

    /** A reply of 65,508 to 65,516 bytes never arrives. */
    @Test
    void takesSilenceForAReplyThatIsTooLong() {
        server.make(1000, null, AddAction.ADD_TO_TAIL, server.root);
        for (int id = 2000; id < 2000 + 2976; id++) {
            server.make(id, "a23456789", AddAction.ADD_TO_TAIL, server.nodes.get(1000));
        }
        Reply<GroupSnapshot> reply = tree.query(0, TreeDetail.WITHOUT_CONTROLS);
        List<Runnable> due = new ArrayList<>();
        while (!reply.isDone()) {
            server.settle(tree::notified);
            due.addAll(deadlines);
            deadlines.clear();
            due.forEach(Runnable::run);
            due.clear();
        }
        assertThat(ids(reply.await())).isEqualTo(ids(server.truth()));
    }

    @Test
    void failsWhenTheServerIsSilentAndTriesAgainAtTheNextCount() {
        tree.counted(3, 3);
        while (!deadlines.isEmpty()) {
            deadlines.poll().run();
        }
        server.make(1000, "blip", AddAction.ADD_TO_TAIL, server.root);
        count();
        assertThat(ids(tree.snapshot())).isEqualTo(ids(server.truth()));
        Reply<GroupSnapshot> dead = tree.refresh();
        while (!deadlines.isEmpty()) {
            deadlines.poll().run();
        }
        assertThatThrownBy(dead::await).isInstanceOf(ReplyTimeoutException.class);
    }

    @Test
    void failsWithTheServersWords() {
        assertThatThrownBy(() -> query(999))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage("/g_queryTree: Group 999 not found");
    }

    @Test
    void forgetsAllWhenItIsClosed() {
        tree.listen(events::add);
        read();
        server.make(1000, "blip", AddAction.ADD_TO_TAIL, server.root);
        server.settle(tree::notified);
        Reply<GroupSnapshot> late = tree.refresh();
        tree.close();
        server.make(1001, "blip", AddAction.ADD_TO_TAIL, server.root);
        server.settle(tree::notified);
        assertThat(late.await().children()).isEmpty();
        assertThat(tree.statistics().nodes()).isEqualTo(1);
        assertThat(tree.state(1000)).isEqualTo(NodeState.UNKNOWN);
        assertThat(events).hasSize(1);
    }

    @Test
    void callsTheOtherListenersWhenOneFails() throws Exception {
        Subscription failing =
                tree.listen(
                        event -> {
                            throw new IllegalStateException("a test, not an error");
                        });
        tree.listen(events::add);
        read();
        tree.notified(Session.message("/n_go 1000 0 -1 -1 1 -1 -1"));
        failing.close();
        tree.notified(Session.message("/n_end 1000 0 -1 -1 1 -1 -1"));
        assertThat(events).hasSize(2);
        assertThat(tree.statistics().events()).isEqualTo(2);
    }

    private void read() {
        Reply<GroupSnapshot> reply = tree.refresh();
        server.settle(tree::notified);
        assertThat(reply).isCompleted();
    }

    private void count() {
        tree.counted(server.synths(), server.groups());
        server.settle(tree::notified);
    }

    private Set<Integer> idsBelowRoot() {
        Set<Integer> ids = new HashSet<>(server.nodes.keySet());
        ids.remove(0);
        return ids;
    }

    private static String ids(NodeSnapshot node) {
        return node instanceof GroupSnapshot group
                ? group.id()
                        + group.children().stream()
                                .map(MirroredTreeTest::ids)
                                .collect(Collectors.joining(" ", "(", ")"))
                : Integer.toString(node.id());
    }
}
