package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scaena.command.Command;
import org.scaena.command.CommandSender;
import org.scaena.command.Reply;
import org.scaena.node.AddAction;
import org.scaena.node.ControlValues;
import org.scaena.node.NodeState;
import org.scaena.node.NodeTree;
import org.scaena.node.NodeTreeService;
import org.scaena.node.Placement;
import org.scaena.node.SynthSnapshot;
import org.scaena.nodetree.internal.NodeTrees;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;

/** What is known of a tree, and what is told of it, while its mirror is replaced. */
class LastingTreeTest {

    private static final Placement IN_ROOT = new Placement(AddAction.ADD_TO_TAIL, 0);

    /** Never answers, so that nothing is known but by notifications. */
    private static final CommandSender SILENT =
            new CommandSender() {

                @Override
                public void send(OscPacket packet) {
                    // goes nowhere
                }

                @Override
                public <R> Reply<R> request(Command<R> command) {
                    return new Reply<>(command.name());
                }
            };

    private final Replaceable<NodeTreeService> service = new Replaceable<>(NodeTreeService.class);
    private final LastingTrees trees = new LastingTrees(service);
    private final List<String> events = new ArrayList<>();
    private final NodeTree tree = open();

    private NodeTree open() {
        service.replace(new NodeTrees());
        NodeTree opened = trees.open("test", SILENT, Runnable::run);
        opened.listen(event -> events.add(event.kind() + " " + event.node().id()));
        return opened;
    }

    private void went(int id, int previous) {
        tree.notified(OscMessage.of("/n_go", id, 0, previous, -1, 0));
    }

    private void ended(int id, int previous, int next) {
        tree.notified(OscMessage.of("/n_end", id, 0, previous, next, 0));
    }

    @Test
    void listenersHearWhatHappensMeanwhileAndNothingTwice() {
        went(1000, -1);
        went(1001, 1000);
        service.replace(null);
        went(1002, 1001);
        ended(1000, -1, 1001);
        assertThat(tree.snapshot().nodes()).hasSize(3);
        assertThat(tree.find(1001).orElseThrow().previous()).isEqualTo(1000);

        service.replace(new NodeTrees());
        went(1003, 1002);

        assertThat(events)
                .containsExactly("WENT 1000", "WENT 1001", "WENT 1002", "ENDED 1000", "WENT 1003");
        assertThat(tree.snapshot().children()).extracting("id").containsExactly(1001, 1002, 1003);
    }

    @Test
    void whatWasAskedForBeforeIsKnownWhenItComesAfter() {
        tree.expected(1000, "early", ControlValues.NONE, IN_ROOT);
        service.replace(null);
        tree.expected(1001, "meanwhile", ControlValues.NONE, IN_ROOT);
        assertThat(tree.state(1000)).isEqualTo(NodeState.STARTED);
        assertThat(tree.state(1001)).isEqualTo(NodeState.STARTED);

        service.replace(new NodeTrees());
        went(1000, -1);
        went(1001, 1000);

        assertThat(tree.snapshot().children())
                .extracting(node -> ((SynthSnapshot) node).defName().orElse("?"))
                .containsExactly("early", "meanwhile");
    }

    @Test
    void pausesAndControlsAreHandedOn() {
        tree.expected(1000, "one", ControlValues.NONE.set("freq", 330), IN_ROOT);
        went(1000, -1);
        tree.notified(OscMessage.of("/n_off", 1000, 0, -1, -1, 0));
        service.replace(null);
        tree.controlSet(1000, "freq", 440);

        service.replace(new NodeTrees());

        SynthSnapshot synth = (SynthSnapshot) tree.snapshot(1000).orElseThrow();
        assertThat(synth.state()).isEqualTo(NodeState.PAUSED);
        assertThat(synth.control("freq").orElseThrow()).hasToString("440");
        assertThat(events).containsExactly("WENT 1000", "PAUSED 1000");
    }

    @Test
    void trialsStayHidden() {
        tree.hide(1000);
        service.replace(null);
        tree.hide(1001);

        service.replace(new NodeTrees());
        went(1000, -1);
        went(1001, 1000);

        assertThat(tree.snapshot().children()).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void whoListensNoMoreHearsNothing() {
        List<Integer> heard = new ArrayList<>();
        tree.listen(event -> heard.add(event.node().id())).close();
        service.replace(null);
        service.replace(new NodeTrees());
        went(1000, -1);

        assertThat(heard).isEmpty();
    }
}
