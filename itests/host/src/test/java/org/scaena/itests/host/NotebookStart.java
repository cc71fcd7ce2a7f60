package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scaena.itests.host.Notebook.DEFAULT_GROUPS;
import static org.scaena.itests.host.Notebook.login;
import static org.scaena.node.Controls.set;

import java.util.List;
import org.scaena.node.Synth;
import org.scaena.server.Client;
import org.scaena.server.Server;
import org.scaena.server.ServerEvent;
import org.scaena.server.ServerState;
import org.scaena.server.ShutdownReason;

/** Cells 1–19: starting, two clients of one server, and a quit that ends both. */
final class NotebookStart {

    private final Notebook notebook;
    private final Server server;
    private final Server serv;
    private long pid;

    NotebookStart(Notebook notebook) {
        this.notebook = notebook;
        this.server = notebook.server;
        this.serv = notebook.serv;
    }

    void run() throws InterruptedException {
        cells1To5();
        cells6To10();
        cells11To14();
        cells15To16();
        cells17To19();
    }

    private void cells1To5() {
        notebook.client();
        pid = server.pid().orElseThrow();
        assertThat(server.state()).isEqualTo(ServerState.RUNNING);
        assertThat(server.isOwned()).isTrue();
        assertThat(serv.state()).as("cell 4").isEqualTo(ServerState.OFFLINE);

        serv.remote(server.endpoint()).await(Notebook.BOOT_LIMIT);

        assertThat(serv.state()).as("cell 5").isEqualTo(ServerState.RUNNING);
        assertThat(serv.isOwned()).isFalse();
        assertThat(serv.pid()).as("no second process").isEmpty();
    }

    private void cells6To10() {
        Client first = notebook.client();
        Client second = login(serv);
        assertThat(first.maxLogins()).as("cell 6").isEqualTo(8);
        assertThat(first.id()).as("cell 7").isEqualTo(1);
        assertThat(first.defaultGroup().id()).isEqualTo(67_108_865);
        assertThat(second.id()).as("cell 8").isZero();
        assertThat(second.defaultGroup().id()).isEqualTo(1);
        assertThat(serv.endpoint()).as("cells 9, 10").isEqualTo(server.endpoint());
        assertThat(first.local().getPort())
                .isNotEqualTo(second.local().getPort())
                .isNotIn(57_110, 57_120);
        assertThat(second.local().getPort()).isNotIn(57_110, 57_120);
    }

    private void cells11To14() {
        Synth first = login(serv).synth("s2", set("amp", 0.05).set("pan", -1).set("freq", 100));
        Synth second =
                notebook.client().synth("s2", set("amp", 0.05).set("pan", 1).set("freq", 440));
        first.started().await();
        second.started().await();
        assertThat(first.id()).as("cell 11").isEqualTo(10_001);
        assertThat(second.id()).as("cell 12").isEqualTo(20_001);
        assertThat(Notebook.dump(server))
                .as("cell 14")
                .isEqualTo(
                        Notebook.dumpWith(
                                """
                                67108865:      20001 s2
                                        freq: 440 amp: 0.050000000745058 num: 4 pan: 1 lg: 0.10000000149012 gate: 1
                                """,
                                """
                                1:      10001 s2
                                        freq: 100 amp: 0.050000000745058 num: 4 pan: -1 lg: 0.10000000149012 gate: 1
                                """));
        assertThat(serv.queryTree().await()).isEqualTo(server.queryTree().await());
    }

    private void cells15To16() {
        server.freeAll().await();

        assertThat(Notebook.dump(server)).as("cell 16").isEqualTo(Notebook.dumpWith());
        assertThat(Notebook.inRoot(serv)).isEqualTo(DEFAULT_GROUPS);
    }

    private void cells17To19() throws InterruptedException {
        serv.quitForAll().await();

        List<ServerEvent.Gone> ends =
                List.of(
                        notebook.events.await(ServerEvent.Gone.class),
                        notebook.events.await(ServerEvent.Gone.class));
        assertThat(ends)
                .as("cell 17: the quit of one ends both")
                .extracting(ServerEvent.Gone::reason)
                .containsExactlyInAnyOrder(ShutdownReason.ASKED, ShutdownReason.BY_ANOTHER_CLIENT);
        assertThat(server.state()).as("cell 18").isEqualTo(ServerState.OFFLINE);
        assertThat(server.pid()).isEmpty();

        server.reboot().await(Notebook.BOOT_LIMIT);

        assertThat(server.state()).as("cell 19").isEqualTo(ServerState.RUNNING);
        assertThat(server.pid().orElseThrow()).isNotEqualTo(pid);
        assertThat(serv.state()).isEqualTo(ServerState.OFFLINE);
    }
}
