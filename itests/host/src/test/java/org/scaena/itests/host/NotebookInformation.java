package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.scaena.id.IdRange;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeState;
import org.scaena.server.Client;
import org.scaena.server.Server;
import org.scaena.server.ServerOptions;
import org.scaena.server.ServerState;
import org.scaena.server.ServerStatus;
import org.scaena.server.ServerVersion;

/** Cells 20–35: options, and what a server tells of itself. */
final class NotebookInformation {

    private final Notebook notebook;
    private final Server server;

    NotebookInformation(Notebook notebook) {
        this.notebook = notebook;
        this.server = notebook.server;
    }

    void run() {
        cells20To22();
        cells23To26();
        cells27To35();
    }

    private void cells20To22() {
        assertThat(ServerOptions.defaults().arguments())
                .as("cell 20")
                .containsExactly("-u 57110 -l 6 -i 2 -o 2 -a 1024 -c 4096 -b 1024 -R 0".split(" "));
        assertThat(Notebook.dump(server)).as("cell 21").isEqualTo(Notebook.dumpWith());
        GroupSnapshot root = server.queryTree().await();
        assertThat(Notebook.children(root)).as("cell 22").isEqualTo(Notebook.DEFAULT_GROUPS);
        assertThat(root.children())
                .filteredOn(GroupSnapshot.class::isInstance)
                .allSatisfy(
                        group -> {
                            assertThat(group.state()).isEqualTo(NodeState.PLAYING);
                            assertThat(((GroupSnapshot) group).children()).isEmpty();
                        });
    }

    private void cells23To26() {
        ServerStatus status = server.status().await();
        assertThat(status.numGroups()).as("cell 23: the root and eight").isEqualTo(9);
        int others = notebook.language.isPresent() ? Integer.MAX_VALUE - 7 : 0;
        assertThat(status.numSynthDefs())
                .as("cells 23, 25: six and the volume; the language sends its own, too")
                .isBetween(7, 7 + others);
        assertThat(status.numUGens()).isEqualTo(6 * status.numSynths());
        assertThat(status.nominalSampleRate()).as("cells 23, 24").isEqualTo(44_100);
        assertThat(status.actualSampleRate()).isCloseTo(44_100, within(0.005 * 44_100));
        assertThat(status.avgCpu()).isBetween(0f, status.peakCpu());
        assertThat(status.peakCpu()).isLessThan(100);
        ServerVersion version = server.version().await();
        assertThat(version.name()).as("cell 26").isEqualTo("scsynth");
        assertThat(version.major()).isEqualTo(3);
    }

    private void cells27To35() {
        Client client = notebook.client();
        assertThat(server.endpoint().host()).as("cell 27").isEqualTo("127.0.0.1");
        assertThat(server.endpoint().port()).isEqualTo(server.options().port());
        assertThat(client.local().getPort()).as("cell 28").isNotIn(57_110, 57_120);
        notebook.awaitLanguage();
        assertThat(server.state()).as("cells 29, 30").isEqualTo(ServerState.RUNNING);
        assertThat(client.id()).as("cell 31").isEqualTo(1);
        assertThat(client.maxLogins()).as("cell 32").isEqualTo(8);
        assertThat(client.defaultGroup().id()).as("cell 33").isEqualTo(67_108_865);
        assertThat(client.defaultGroup().snapshot().children()).isEmpty();
        assertThat(client.outputBus().ids()).as("cell 34").isEqualTo(new IdRange(0, 2));
        assertThat(client.inputBus().ids()).as("cell 35").isEqualTo(new IdRange(2, 2));
    }
}
