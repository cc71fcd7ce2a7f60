package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scaena.node.Controls.set;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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
import org.scaena.catalogue.NodeCommands;
import org.scaena.command.Done;
import org.scaena.command.NotRunningException;
import org.scaena.command.Reply;
import org.scaena.command.ReplyTimeoutException;
import org.scaena.node.Synth;
import org.scaena.server.Client;
import org.scaena.server.Server;
import org.scaena.server.ServerEvent;
import org.scaena.server.ServerListener;
import org.scaena.server.ShutdownReason;

/** Scenarios 41–46 and 52: many at once, a server that stands still, a server that dies. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class UnderStrainIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int THREADS = 8;

    @Inject private BundleContext context;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @Test
    public void manyThreadsAreAnsweredRightly() throws Exception {
        try (TestServer configured = TestServer.configure(context, "threads")) {
            Client client = Services.of(context, Client.class, configured.name());
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int freq = 100 + thread;
                done.add(threads.submit(() -> ask(client, freq)));
            }
            for (Future<?> one : done) {
                one.get(60, TimeUnit.SECONDS);
            }
            threads.shutdown();
        }
    }

    private static void ask(Client client, int freq) {
        Synth synth = client.synth("s2", set("amp", 0).set("freq", freq));
        synth.started().await(LIMIT);
        for (int round = 0; round < 200; round++) {
            assertThat(client.sync().await(LIMIT)).isEqualTo(Done.DONE);
            assertThat(synth.get("freq").await(LIMIT)).isEqualTo(freq);
        }
    }

    /** Scenario 46: no end of a node is missed. */
    @Test
    public void nineHundredSynthsStartAndEnd() throws Exception {
        try (TestServer configured = TestServer.configure(context, "nine-hundred")) {
            Client client = Services.of(context, Client.class, configured.name());
            List<Synth> synths = new ArrayList<>();
            for (int i = 0; i < 900; i++) {
                synths.add(client.synth("s2", set("amp", 0)));
            }
            synths.forEach(synth -> synth.started().await(LIMIT));
            assertThat(client.server().status().await().numSynths()).isEqualTo(900);
            synths.forEach(Synth::free);
            synths.forEach(synth -> synth.ended().await(LIMIT));
            client.sync().await(LIMIT);
        }
    }

    /** Scenarios 43, 45 and 52. */
    @Test
    public void aServerThatStandsStillAndThenDies() throws Exception {
        EventLog events = new EventLog();
        ServiceRegistration<ServerListener> listening =
                context.registerService(
                        ServerListener.class,
                        events,
                        new Hashtable<>(Map.of(Server.NAME, "mortal")));
        try (TestServer configured =
                TestServer.configure(context, "mortal", Map.of("restart", false))) {
            Client client = Services.of(context, Client.class, configured.name());
            Server server = client.server();
            long pid = server.pid().orElseThrow();
            assertThatThrownBy(() -> client.node(4711).orElseThrow());
            assertThatThrownBy(() -> server.request(NodeCommands.query(4711)).await())
                    .hasMessageContaining("4711");

            signal("STOP", pid);
            assertThatThrownBy(() -> client.sync().await(Duration.ofMillis(300)))
                    .isInstanceOf(ReplyTimeoutException.class);
            signal("CONT", pid);
            client.sync().await(LIMIT);

            signal("STOP", pid);
            Reply<Done> pending = client.sync();
            signal("KILL", pid);
            assertThat(events.await(ServerEvent.Gone.class).reason())
                    .isEqualTo(ShutdownReason.PROCESS_DIED);
            assertThatThrownBy(() -> pending.await(LIMIT)).isInstanceOf(NotRunningException.class);
            assertThat(server.status()).isCompletedExceptionally();
            assertThat(client.sync()).isCompletedExceptionally();
        }
        listening.unregister();
    }

    private static void signal(String name, long pid) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
    }
}
