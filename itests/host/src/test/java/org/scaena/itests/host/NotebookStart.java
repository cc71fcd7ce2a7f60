package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scaena.itests.host.Notebook.BOOT_LIMIT;
import static org.scaena.itests.host.Notebook.DEFAULT_GROUPS;
import static org.scaena.itests.host.Notebook.login;
import static org.scaena.node.Controls.set;

import java.util.List;
import org.scaena.node.Synth;
import org.scaena.sclang.Sclang;
import org.scaena.sclang.SclangValue;
import org.scaena.server.Client;
import org.scaena.server.Server;
import org.scaena.server.ServerEvent;
import org.scaena.server.ServerState;
import org.scaena.server.ShutdownReason;

/**
 * Cells 1–19: starting, two clients of one server and the language as a third, and a quit that ends
 * all.
 *
 * <p>The language logs in first, so it is client 0, and the second object client 2.
 */
final class NotebookStart {

    private static final String QUIET = "0.050000000745058";

    private final Notebook notebook;
    private final Server server;
    private final Server serv;
    private final int servId;
    private final int servGroup;
    private final int servSynth;
    private long pid;

    NotebookStart(Notebook notebook) {
        this.notebook = notebook;
        this.server = notebook.server;
        this.serv = notebook.serv;
        this.servId = notebook.language.isPresent() ? 2 : 0;
        this.servGroup = (servId << 26) + 1;
        this.servSynth = 10_000 * (servId + 1) + 1;
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
        notebook.language.ifPresent(language -> language.connect(server).await(BOOT_LIMIT));
        assertThat(serv.state()).as("cell 4").isEqualTo(ServerState.OFFLINE);

        serv.remote(server.endpoint()).await(BOOT_LIMIT);

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
        assertThat(second.id()).as("cell 8").isEqualTo(servId);
        assertThat(second.defaultGroup().id()).isEqualTo(servGroup);
        assertThat(serv.endpoint()).as("cells 9, 10").isEqualTo(server.endpoint());
        assertThat(first.local().getPort())
                .isNotEqualTo(second.local().getPort())
                .isNotIn(57_110, 57_120);
        assertThat(second.local().getPort()).isNotIn(57_110, 57_120);
        notebook.language.ifPresent(
                language ->
                        assertThat(language.endpoint().orElseThrow().port())
                                .isNotIn(first.local().getPort(), server.endpoint().port()));
    }

    private void cells11To14() {
        Synth first = login(serv).synth("s2", set("amp", 0.05).set("pan", -1).set("freq", 100));
        Synth second =
                notebook.client().synth("s2", set("amp", 0.05).set("pan", 1).set("freq", 440));
        first.started().await();
        second.started().await();
        assertThat(first.id()).as("cell 11").isEqualTo(servSynth);
        assertThat(second.id()).as("cell 12").isEqualTo(20_001);
        notebook.language.ifPresent(NotebookStart::cell13);
        String ofLanguage =
                notebook.language.isPresent()
                        ? "1:" + synth(1_000, 400, "0.10000000149012", 0)
                        : "1:";
        assertThat(Notebook.dump(server))
                .as("cell 14")
                .isEqualTo(
                        Notebook.dumpWith(
                                "67108865:" + synth(20_001, 440, QUIET, 1),
                                servGroup + ":" + synth(servSynth, 100, QUIET, -1),
                                ofLanguage));
        assertThat(Notebook.dump(serv)).isEqualTo(Notebook.dump(server));
    }

    private static void cell13(Sclang language) {
        SclangValue synth = language.eval("~sclang_synth = Synth(\"s2\", [\\amp, 0.1])").await();
        assertThat(synth).as("cell 13").hasToString("Synth('s2' : 1000)");
    }

    /** As a dump shows it. */
    private static String synth(int id, int freq, String amp, int pan) {
        return """
              %d s2
                freq: %d amp: %s num: 4 pan: %d lg: 0.10000000149012 gate: 1
        """
                .formatted(id, freq, amp, pan);
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

        server.reboot().await(BOOT_LIMIT);

        assertThat(server.state()).as("cell 19").isEqualTo(ServerState.RUNNING);
        assertThat(server.pid().orElseThrow()).isNotEqualTo(pid);
        assertThat(serv.state()).isEqualTo(ServerState.OFFLINE);
        notebook.awaitLanguage();
    }
}
