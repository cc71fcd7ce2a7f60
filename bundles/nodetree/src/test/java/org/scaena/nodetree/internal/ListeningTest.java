package org.scaena.nodetree.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scaena.command.Subscription;
import org.scaena.node.AddAction;
import org.scaena.node.ControlValues;
import org.scaena.node.NodeFilter;
import org.scaena.node.Placement;

/** Who hears of what. */
class ListeningTest {

    private final MirroredTree tree =
            new MirroredTree(
                    "test",
                    new Questions(new ScriptedServer(), (wait, task) -> {}),
                    new Truthfulness(() -> 0));
    private final List<String> heard = new ArrayList<>();

    @BeforeEach
    void isRead() {
        tree.refresh().await();
    }

    private Subscription listen(NodeFilter filter) {
        return tree.listen(filter, event -> heard.add(event.kind() + " " + event.node().id()));
    }

    private void told(String... messages) {
        for (String message : messages) {
            tree.notified(Session.message(message));
        }
    }

    private void synth(int id, String defName) {
        tree.expected(id, defName, ControlValues.NONE, new Placement(AddAction.ADD_TO_HEAD, 0));
    }

    @Test
    void ofOneNode() {
        listen(NodeFilter.ALL.withNode(1001));
        told("/n_go 1000 0 -1 -1 0", "/n_go 1001 0 -1 1000 0", "/n_end 1000 0 1001 -1 0");
        assertThat(heard).containsExactly("WENT 1001");
    }

    @Test
    void ofASubtreeAsItWasAtTheMomentOfTheEvent() {
        listen(NodeFilter.ALL.withSubtree(100));
        told(
                "/n_go 100 0 -1 -1 1 -1 -1",
                "/n_go 101 100 -1 -1 1 -1 -1",
                "/n_go 1000 101 -1 -1 0",
                "/n_go 1001 0 -1 100 0",
                "/n_move 1001 101 -1 1000 0",
                "/n_move 1000 0 -1 100 0",
                "/n_off 1000 0 -1 100 0",
                "/n_end 1001 -1 -1 -1 0",
                "/n_end 101 -1 -1 -1 1 -1 -1",
                "/n_end 100 0 1000 -1 1 -1 -1",
                "/n_end 1000 0 -1 -1 0");
        assertThat(heard)
                .containsExactly(
                        "WENT 101",
                        "WENT 1000",
                        "MOVED 1001",
                        "MOVED 1000",
                        "ENDED 1001",
                        "ENDED 101");
    }

    @Test
    void ofADefinitionWhereItIsKnown() {
        listen(NodeFilter.ALL.withDefName("blip"));
        synth(1000, "blip");
        synth(1001, "blop");
        told(
                "/n_go 1000 0 -1 -1 0",
                "/n_go 1001 0 -1 1000 0",
                "/n_go 1002 0 -1 1001 0",
                "/n_end 1000 0 1001 -1 0",
                "/n_end 1001 0 1002 -1 0");
        assertThat(heard).containsExactly("WENT 1000", "ENDED 1000");
    }

    @Test
    void ofWhatMeetsEveryCondition() {
        listen(NodeFilter.ALL.withSubtree(100).withDefName("blip").withNode(1000));
        synth(1000, "blip");
        synth(1001, "blip");
        told(
                "/n_go 100 0 -1 -1 1 -1 -1",
                "/n_go 1000 0 -1 100 0",
                "/n_go 1001 100 -1 -1 0",
                "/n_move 1000 100 -1 1001 0");
        assertThat(heard).containsExactly("MOVED 1000");
    }

    @Test
    void ofNothingAfterItIsClosedNotEvenOfWhatIsUnderWay() {
        Subscription[] second = new Subscription[1];
        tree.listen(event -> second[0].close());
        second[0] = listen(NodeFilter.ALL);
        told("/n_go 1000 0 -1 -1 0");
        assertThat(heard).isEmpty();
        assertThat(tree.statistics().events()).isOne();
    }

    @Test
    void neverOfATrial() {
        listen(NodeFilter.ALL);
        Subscription trial = tree.hide(1000);
        told("/n_go 1000 0 -1 -1 0", "/n_go 1001 0 -1 -1 0", "/n_end 1000 0 -1 -1 0");
        trial.close();
        assertThat(heard).containsExactly("WENT 1001");
        assertThat(tree.snapshot(1000)).isEmpty();
        told("/n_go 1000 0 -1 1001 0");
        assertThat(heard).containsExactly("WENT 1001", "WENT 1000");
    }

    @Test
    void ofTheEndOfWhatIsReplacedThoughTheServerIsSilent() {
        listen(NodeFilter.ALL);
        Placement instead = new Placement(AddAction.ADD_REPLACE, 100);
        told("/n_go 100 0 -1 -1 1 -1 -1", "/n_go 1000 100 -1 -1 0");
        tree.expected(1001, "blip", ControlValues.NONE, instead);
        told("/n_end 1000 -1 -1 -1 0", "/n_go 1001 0 -1 -1 0");
        assertThat(heard)
                .containsExactly("WENT 100", "WENT 1000", "ENDED 1000", "ENDED 100", "WENT 1001");
        assertThat(tree.snapshot().children()).hasSize(1);
    }
}
