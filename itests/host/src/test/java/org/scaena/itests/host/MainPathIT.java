package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scaena.node.Controls.set;

import java.util.List;
import java.util.stream.IntStream;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceRegistration;
import org.scaena.node.ControlReading;
import org.scaena.node.ControlValue;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeState;
import org.scaena.node.Synth;
import org.scaena.node.SynthSnapshot;
import org.scaena.server.Client;
import org.scaena.server.Server;
import org.scaena.server.ServerEvent;
import org.scaena.server.ServerListener;
import org.scaena.server.ServerState;
import org.scaena.server.ShutdownReason;

/** From the boot of a real server to its end, and nothing is left. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class MainPathIT {

    private static final String NAME = "main-path";

    @Inject private BundleContext context;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @Test
    public void bootPlayQuit() throws Exception {
        List<String> socketsBefore = Traces.sockets();
        List<Long> processesBefore = Traces.processes();
        EventLog events = new EventLog();
        ServiceRegistration<ServerListener> listening =
                context.registerService(ServerListener.class, events, null);

        try (TestServer configured = TestServer.configure(context, NAME)) {
            Server server = Services.of(context, Server.class, configured.name());
            ServerEvent.Running running = events.await(ServerEvent.Running.class);
            Client client = Services.of(context, Client.class, configured.name());

            assertLoggedIn(running, client);
            assertDefaultGroups(server);
            assertPlays(server, client);
            assertQuits(server, events);
        }
        listening.unregister();
        stopOurBundles();

        assertThat(Traces.threads()).isEmpty();
        assertThat(Traces.sockets()).hasSameSizeAs(socketsBefore);
        assertThat(Traces.processes()).isEqualTo(processesBefore);
    }

    private void stopOurBundles() throws BundleException {
        for (Bundle bundle : context.getBundles()) {
            if (String.valueOf(bundle.getSymbolicName()).startsWith("org.scaena.")) {
                bundle.stop();
            }
        }
    }

    private static void assertLoggedIn(ServerEvent.Running running, Client client) {
        assertThat(running.clientId()).isEqualTo(client.id()).isEqualTo(1);
        assertThat(running.maxLogins()).isEqualTo(8);
        assertThat(running.sampleRate()).isEqualTo(48_000);
    }

    private static void assertDefaultGroups(Server server) {
        GroupSnapshot tree = server.queryTree().await();

        assertThat(tree.children())
                .filteredOn(GroupSnapshot.class::isInstance)
                .extracting(node -> node.id())
                .containsAll(IntStream.range(0, 8).mapToObj(login -> (login << 26) + 1).toList());
        assertThat(server.tree().children()).hasSameSizeAs(tree.children());
    }

    private static void assertPlays(Server server, Client client) {
        Synth synth = client.synth("s2", set("freq", 220));
        synth.started().await();

        assertThat(synth.state()).isEqualTo(NodeState.PLAYING);
        assertThat(control(server, synth, "freq")).isEqualTo(220);

        synth.set(set("freq", 330).set("amp", 0.01));

        assertThat(synth.get("freq").await()).isEqualTo(330);
        assertThat(control(server, synth, "amp")).isEqualTo(0.01f);

        synth.free();
        synth.ended().await();

        assertThat(synth.state()).isEqualTo(NodeState.ENDED);
        assertThat(server.queryTree().await().find(synth.id())).isEmpty();
        assertThat(server.tree().find(synth.id())).isEmpty();
    }

    private static float control(Server server, Synth synth, String name) {
        SynthSnapshot found =
                (SynthSnapshot) server.queryTree().await().find(synth.id()).orElseThrow();
        assertThat(found.defName()).contains("s2");
        ControlReading reading =
                found.controls().stream()
                        .filter(control -> control.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return ((ControlValue.Constant) reading.value()).value();
    }

    private static void assertQuits(Server server, EventLog events) throws InterruptedException {
        long pid = server.pid().orElseThrow();

        server.quit().await();
        events.await(ServerEvent.Gone.class);

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(server.state()).isEqualTo(ServerState.OFFLINE);
        assertThat(server.lastShutdown()).contains(ShutdownReason.ASKED);
        assertThat(events.states())
                .containsExactly(
                        "OFFLINE>BOOTING",
                        "BOOTING>RUNNING",
                        "RUNNING>QUITTING",
                        "QUITTING>OFFLINE");
    }
}
