package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scaena.node.Controls.set;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.scaena.id.IdRange;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.Synth;
import org.scaena.node.SynthSnapshot;
import org.scaena.server.Client;
import org.scaena.server.Server;
import org.scaena.server.ServerState;
import org.scaena.server.ServerStatus;

/**
 * What supernova supports of the notebook: it tells no number of logins, gives client ids in its
 * own way, and answers no failure of a synchronous command. Skipped where it is not installed.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class NotebookSupernovaIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject private BundleContext context;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @Test
    public void theCellsThatSupernovaSupports() throws Exception {
        Map<String, Object> supernova =
                Map.of("program", "supernova", "nodeIds", "notebook", "threads", 1);
        try (TestServer configured = TestServer.configure(context, "supernova", supernova)) {
            Client client = Services.of(context, Client.class, configured.name());
            Server server = client.server();
            assertThat(server.state()).as("cell 3").isEqualTo(ServerState.RUNNING);
            assertThat(client.maxLogins()).as("cell 6, as it was started").isEqualTo(8);
            assertThat(Notebook.inRoot(server))
                    .as("cells 14, 16")
                    .isEqualTo(Notebook.DEFAULT_GROUPS);

            informs(server, client);
            plays(server, client);
            scales(server);
            clears(server, client);

            server.reboot().await(LIMIT);
            assertThat(server.sync().await(LIMIT)).as("cells 56, 59").isNotNull();
            server.quit().await(LIMIT);
            assertThat(server.state()).as("cell 61").isEqualTo(ServerState.OFFLINE);
        }
    }

    private static void informs(Server server, Client client) {
        ServerStatus status = server.status().await();
        assertThat(status.numGroups()).as("cell 23").isEqualTo(9);
        assertThat(status.nominalSampleRate()).as("cell 24").isEqualTo(48_000);
        assertThat(server.version().await().name()).as("cell 26").isEqualTo("supernova");
        assertThat(client.outputBus().ids()).as("cell 34").isEqualTo(new IdRange(0, 2));
        assertThat(client.inputBus().ids()).as("cell 35").isEqualTo(new IdRange(2, 2));
    }

    private static void plays(Server server, Client client) {
        Synth synth = client.synth("s2", set("amp", 0.05).set("freq", 440)).started().await();
        assertThat(synth.id() % 10_000).as("cell 12").isEqualTo(1);
        assertThat(server.queryTree().await().find(synth.id()))
                .as("cell 14")
                .get()
                .extracting(node -> ((SynthSnapshot) node).control("freq").orElseThrow().toString())
                .isEqualTo("440");
        synth.free();
        synth.await(Duration.ofSeconds(5));
    }

    private static void scales(Server server) {
        server.volume().set(-10).await();
        List<NodeSnapshot> nodes = server.queryTree().await().children();
        assertThat(nodes.get(nodes.size() - 1))
                .as("cell 43")
                .isInstanceOfSatisfying(
                        SynthSnapshot.class,
                        synth -> assertThat(synth.defName()).contains("scaena-volume-2"));
        server.volume().set(0).await();
    }

    private static void clears(Server server, Client client) {
        client.synth("s2", set("amp", 0)).started().await();
        client.freeAll().await(LIMIT);
        assertThat(client.defaultGroup().query().await().id()).as("cell 52").isPositive();
        server.freeAll().await(LIMIT);
        server.clearSchedule().await();
        assertThat(Notebook.inRoot(server)).as("cell 51").isEqualTo(Notebook.DEFAULT_GROUPS);
        assertThat(client.ids().buffers().allocate(2, "notebook").count())
                .as("cell 57")
                .isEqualTo(2);
    }
}
