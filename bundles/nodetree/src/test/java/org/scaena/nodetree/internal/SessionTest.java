package org.scaena.nodetree.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scaena.catalogue.TreeReply;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeEvent;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.NodeState;
import org.scaena.osc.OscMessage;

/** The mirror follows what the real scsynth told, and needs a query only where it was silent. */
class SessionTest {

    private final ScriptedServer server = new ScriptedServer();
    private final MirroredTree tree =
            new MirroredTree(
                    "test", new Questions(server, (wait, task) -> {}), new Truthfulness(() -> 0));

    /**
     * Silent are: what a node with add action 4 replaces, ids that the server chose or took away,
     * the first node of {@code /n_order}.
     */
    @ParameterizedTest
    @CsvSource({
        "add-actions, 3",
        "done-actions, 0",
        "done-actions-groups, 0",
        "duplicate-ids, 1",
        "freeing, 0",
        "groups-add-actions, 1",
        "head-and-tail, 0",
        "ids-by-the-server, 3",
        "order, 1",
        "order-itself, 0",
        "replaced-root, 0",
        "root, 0",
        "without-id, 2"
    })
    void needsNoQueryUnlessTheServerIsSilent(String session, int drifts) {
        tree.refresh().await();
        int found = 0;
        for (OscMessage message : Session.named(session).messages()) {
            if (message.address().startsWith("/n_")) {
                tree.notified(message);
                continue;
            }
            GroupSnapshot read = TreeReply.read(message, id -> NodeState.PLAYING);
            if (!ids(read).equals(ids(group(read.id())))) {
                found++;
                server.answer = message;
                tree.refresh().await();
            }
            assertThat(ids(group(read.id()))).as(message.toString()).isEqualTo(ids(read));
        }
        assertThat(found).isEqualTo(drifts);
        assertThat(tree.statistics().drifts()).isEqualTo(drifts);
    }

    private GroupSnapshot group(int id) {
        return tree.snapshot().find(id).map(GroupSnapshot.class::cast).orElseThrow();
    }

    private static String ids(GroupSnapshot group) {
        return group.children().stream().map(SessionTest::ids).collect(Collectors.joining(" "));
    }

    private static String ids(NodeSnapshot node) {
        return node instanceof GroupSnapshot group
                ? node.id() + "(" + ids(group) + ")"
                : Integer.toString(node.id());
    }

    /** Cell 14. */
    @Test
    void printsTheTreeOfTheNotebook() {
        Session notebook = Session.named("notebook");
        tree.refresh().await();
        notebook.messages().forEach(tree::notified);
        server.answer = notebook.messages().get(notebook.messages().size() - 1);
        assertThat(tree.refresh().await().dump()).isEqualTo(notebook.printed());
        assertThat(tree.statistics().heals()).isZero();
    }

    @Test
    void tellsOfAPauseOnce() {
        List<String> events = new ArrayList<>();
        tree.listen(event -> events.add(text(event)));
        tree.refresh().await();
        Session.named("pausing").messages().forEach(tree::notified);
        assertThat(events)
                .containsExactly(
                        "WENT 100",
                        "WENT 1000",
                        "WENT 1001",
                        "PAUSED 1000",
                        "RESUMED 1000",
                        "PAUSED 1000",
                        "PAUSED 1001",
                        "PAUSED 100",
                        "RESUMED 100",
                        "RESUMED 1001",
                        "RESUMED 1000",
                        "PAUSED 1000",
                        "WENT 1002",
                        "PAUSED 1002",
                        "RESUMED 1002");
        assertThat(tree.state(1000)).isEqualTo(NodeState.PAUSED);
        assertThat(tree.state(100)).isEqualTo(NodeState.PLAYING);
    }

    private static String text(NodeEvent event) {
        return event.kind() + " " + event.node().id();
    }
}
