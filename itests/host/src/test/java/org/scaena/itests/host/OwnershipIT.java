package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scaena.node.Controls.set;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.osgi.framework.ServiceRegistration;
import org.scaena.command.NotRunningException;
import org.scaena.command.ServerException;
import org.scaena.node.Synth;
import org.scaena.osc.OscEndpoint;
import org.scaena.server.Client;
import org.scaena.server.ClientActivator;
import org.scaena.server.Server;
import org.scaena.server.ServerState;
import org.scaena.server.ShutdownReason;
import org.scaena.server.TooManyClientsException;

/**
 * Whose a server is decides what may be done to it: scenarios 36–38 and 53–56 of what went wrong
 * elsewhere.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class OwnershipIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject private BundleContext context;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    /** Scenario 36: what never booted sends nothing, whatever is asked of it. */
    @Test
    public void aServerThatNeverBootedSendsNothing() throws Exception {
        try (DatagramSocket stranger = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            try (TestServer configured =
                    idle("never-booted", Map.of("port", stranger.getLocalPort()))) {
                Server server = Services.of(context, Server.class, configured.name());
                server.quit().await(LIMIT);
                server.quitForAll().await(LIMIT);
                server.disconnect().await(LIMIT);
                server.volume().set(-6).await();
                assertThatThrownBy(() -> server.status().await())
                        .isInstanceOf(NotRunningException.class);
                assertThatThrownBy(server::blip).isInstanceOf(NotRunningException.class);
            }
            stranger.setSoTimeout(200);
            assertThatThrownBy(() -> stranger.receive(new DatagramPacket(new byte[64], 64)))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    /** Scenarios 36–38: of two servers each is left alone by what is meant for the other. */
    @Test
    public void anAttachedServerIsLeftAsItWas() throws Exception {
        try (TestServer foreign = TestServer.configure(context, "foreign")) {
            Client owner = Services.of(context, Client.class, foreign.name());
            Server there = owner.server();
            try (TestServer mine = idle("visitor", Map.of())) {
                Server server = Services.of(context, Server.class, mine.name());
                Client visitor = server.remote(there.endpoint()).await(LIMIT);

                Synth synth = visitor.synth("s2", set("amp", 0)).started().await();

                assertThat(server.endpoint()).isEqualTo(there.endpoint());
                assertThat(there.queryTree().await().find(synth.id())).isPresent();
                assertThat(visitor.id()).isNotEqualTo(owner.id());
                assertThat(visitor.ids().buffers().bounds())
                        .isNotEqualTo(owner.ids().buffers().bounds());
                assertThatThrownBy(() -> server.reboot().await())
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("was joined");
                assertThatThrownBy(() -> there.disconnect().await())
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("quit it instead");

                server.disconnect().await(LIMIT);
                assertThat(server.state()).isEqualTo(ServerState.OFFLINE);
                server.remote(there.endpoint()).await(LIMIT);
            }
            there.sync().await();
            assertThat(there.state()).isEqualTo(ServerState.RUNNING);
        }
    }

    /** Scenario 37: what was not started here is not ended, and an explicit port is not shared. */
    @Test
    public void anExplicitPortThatIsTakenFailsTheBoot() throws Exception {
        try (DatagramSocket other = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                TestServer configured = idle("no-port", Map.of("port", other.getLocalPort()))) {
            Server server = Services.of(context, Server.class, configured.name());

            assertThatThrownBy(() -> server.boot().await(LIMIT))
                    .isInstanceOf(ServerException.class)
                    .hasMessageContaining("UDP port " + other.getLocalPort())
                    .hasMessageContaining("is taken");
            assertThat(server.lastShutdown()).contains(ShutdownReason.BOOT_FAILED);
        }
    }

    /** Scenario 54: without an audio system, or with a program that ends at once. */
    @Test
    public void aBootThatCannotSucceedSaysWhyAndLeavesNothing() throws Exception {
        Map<String, Object> noJack = Map.of("audio", "JACK", "jackServer", "scaena-nowhere");
        try (TestServer configured = idle("no-audio", noJack)) {
            Server server = Services.of(context, Server.class, configured.name());
            assertThatThrownBy(() -> server.boot().await(LIMIT))
                    .hasMessageContaining("scaena-nowhere");
        }
        try (TestServer configured = idle("bad-flag", Map.of("threads", 2))) {
            Server server = Services.of(context, Server.class, configured.name());
            assertThatThrownBy(() -> server.boot().await(LIMIT))
                    .isInstanceOf(ServerException.class)
                    .hasMessageContaining("ended before it was ready");
            assertThat(server.state()).isEqualTo(ServerState.OFFLINE);
        }
    }

    /** The one that is in the first list and not in the second. */
    private static int only(List<Integer> before, List<Integer> after) {
        List<Integer> left = new ArrayList<>(before);
        left.removeAll(after);
        assertThat(left).hasSize(1);
        return left.get(0);
    }

    /** Scenarios 55 and 56: eight logins, not nine; one that left makes room, with its ranges. */
    @Test
    public void theNinthLoginOfEightIsRefusedAtOnce() throws Exception {
        try (TestServer configured = TestServer.configure(context, "crowded")) {
            Client first = Services.of(context, Client.class, configured.name());
            List<ServiceRegistration<ClientActivator>> others = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                others.add(Plug.in(context, configured.name()));
            }
            Plug.awaitAll(others.size());
            try (TestServer late = idle("late", Map.of())) {
                Server server = Services.of(context, Server.class, late.name());

                assertThatThrownBy(() -> server.remote(first.server().endpoint()).await(LIMIT))
                        .isInstanceOf(TooManyClientsException.class)
                        .hasMessageContaining("too many users");
                assertThat(server.lastShutdown()).contains(ShutdownReason.TOO_MANY_CLIENTS);

                List<Integer> before = Plug.ids();
                others.get(3).unregister();
                Plug.awaitAll(6);
                int freed = only(before, Plug.ids());
                Client admitted = admitted(server, first.server().endpoint());
                assertThat(admitted.id()).isEqualTo(freed);
                assertThat(admitted.ids().buffers().bounds().first()).isEqualTo(128 * freed);
            }
            others.remove(3);
            others.forEach(ServiceRegistration::unregister);
            Plug.awaitAll(0);
        }
    }

    /** Tries until the one that leaves has left. */
    private static Client admitted(Server server, OscEndpoint endpoint) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            try {
                return server.remote(endpoint).await(LIMIT);
            } catch (TooManyClientsException notYet) {
                assertThat(System.nanoTime()).isLessThan(deadline);
            }
        }
    }

    private TestServer idle(String name, Map<String, Object> set) throws Exception {
        Map<String, Object> settings = new HashMap<>(set);
        settings.put("autoBoot", false);
        return TestServer.configure(context, name, settings);
    }
}
