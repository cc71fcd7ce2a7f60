package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scaena.node.Controls.set;
import static org.scaena.node.Placement.addAfter;
import static org.scaena.node.Placement.addToHead;
import static org.scaena.node.Placement.addToTail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.scaena.buffer.Buffer;
import org.scaena.buffer.BufferSource;
import org.scaena.bus.ControlBus;
import org.scaena.itests.continuity.Poll;
import org.scaena.node.Group;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.Synth;
import org.scaena.node.SynthSnapshot;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscLink;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscReceiver;
import org.scaena.osc.OscTimeTag;
import org.scaena.osc.OscTransport;
import org.scaena.process.ManagedProcess;
import org.scaena.process.ProcessManager;
import org.scaena.server.Client;
import org.scaena.server.InitHook;
import org.scaena.server.Server;
import org.scaena.server.ServerEvent;
import org.scaena.server.ServerState;
import org.scaena.server.ShutdownReason;
import org.scaena.synthdef.SynthDefFormat;

/** A server that ends unasked is brought back as it was: faults 1, 3, 4, 5 and 21, 44. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class RecoveryIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final List<ServiceRegistration<?>> registered = new ArrayList<>();
    private final List<String> hookCalls = new CopyOnWriteArrayList<>();

    @Inject private BundleContext context;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @After
    public void unregister() {
        registered.forEach(ServiceRegistration::unregister);
    }

    /** Fault 1. */
    @Test
    public void aServerThatWasKilledComesBackAsItWas() throws Exception {
        registered.add(context.registerService(InitHook.class, new Recorder(), null));
        try (EventLog events = EventLog.of(context, "killed");
                TestServer configured = TestServer.configure(context, "killed")) {
            Client before = Services.of(context, Client.class, configured.name());
            Server server = before.server();
            Bundle drone = context.installBundle(Distribution.plugin("drone"));
            drone.start();
            Graphs graphs = new Graphs(Services.of(context, SynthDefFormat.class));
            before.sendSynthDef(graphs.silent("mine", 1)).await(LIMIT);
            Group fx = before.group("fx", addAfter(before.defaultGroup()));
            Synth last = before.synth("last", "mine", set("amp", 0), addToTail(fx));
            Synth first =
                    before.synth("first", "s2", set("amp", 0).set("freq", 300), addToHead(fx));
            Synth paused = before.synth("paused", "s2", set("amp", 0));
            Synth unkeyed = before.synth("s2", set("amp", 0)).started().await();
            first.set(set("freq", 222));
            paused.run(false);
            fx.set(set("pan", 0.5));
            Buffer rain = before.buffer("rain", BufferSource.load(2, new float[] {1, 2, 3, 4}));
            rain.ready().await();
            Buffer blank = before.buffer("blank", BufferSource.alloc(64, 2)).ready().await();
            ControlBus bus = before.controlBus("send", 2);
            bus.set(0.25f, 0.5f);
            server.volume().set(-6).await();
            server.volume().mute().await();
            before.sync().await();
            List<String> nodes = described(server.queryTree().await(), unkeyed.id());
            long pid = server.pid().orElseThrow();

            signal("KILL", pid);

            assertThat(events.await(ServerEvent.Gone.class).message())
                    .contains("was killed by signal 9");
            events.await(ServerEvent.Running.class);
            Client after = server.whenRunning().await(LIMIT);
            assertThat(server.pid().orElseThrow()).isNotEqualTo(pid);
            assertThat(after.id()).isEqualTo(before.id());
            assertThat(events.states())
                    .containsExactly(
                            "OFFLINE>BOOTING",
                            "BOOTING>RUNNING",
                            "RUNNING>RECOVERING",
                            "RECOVERING>RUNNING");
            assertThat(described(server.queryTree().await(), unkeyed.id())).isEqualTo(nodes);
            assertThat(hookCalls).containsExactly("boot", "tree", "boot", "tree");
            assertThat(server.volume().db()).isEqualTo(-6);
            assertThat(server.volume().isMuted()).isTrue();
            assertThat(server.queryTree().await().toString()).contains("scaena-volume-2");

            Client mine = Services.of(context, Client.class, configured.name());
            assertThat(mine.group("fx", addAfter(mine.defaultGroup())).id()).isEqualTo(fx.id());
            assertThat(mine.synth("first", "s2", set("freq", 1)).id()).isEqualTo(first.id());
            assertThat(mine.synth("last", "mine", set("freq", 1)).id()).isEqualTo(last.id());
            assertThat(mine.buffer("rain", BufferSource.alloc(1)).toArray().await())
                    .containsExactly(1, 2, 3, 4);
            assertThat(mine.buffer("rain", BufferSource.alloc(1)).number())
                    .isEqualTo(rain.number());
            assertThat(
                            mine.buffer("blank", BufferSource.alloc(1))
                                    .ready()
                                    .await()
                                    .info()
                                    .numFrames())
                    .isEqualTo(64);
            assertThat(mine.buffer("blank", BufferSource.alloc(1)).number())
                    .isEqualTo(blank.number());
            assertThat(mine.controlBus("send", 2).getn().await()).containsExactly(0.25f, 0.5f);
            Poll.until(
                    "what nobody claims is released",
                    () -> !ids(server).contains(paused.id()) && ids(server).contains(first.id()));
            drone.uninstall();
        }
    }

    /** Facts A.7: legal messages that crash scsynth 3.13; sent past us. */
    @Test
    public void aServerThatCrashedComesBackEachTime() throws Exception {
        try (EventLog events = EventLog.of(context, "crashed");
                TestServer configured = TestServer.configure(context, "crashed")) {
            Server server = Services.of(context, Client.class, configured.name()).server();
            for (int time = 0; time < 2; time++) {
                crash(server);

                ServerEvent.Gone gone = events.await(ServerEvent.Gone.class);
                assertThat(gone.reason()).isEqualTo(ShutdownReason.PROCESS_DIED);
                assertThat(gone.message()).contains("signal 11");
                events.await(ServerEvent.Running.class);
                assertThat(server.state()).isEqualTo(ServerState.RUNNING);
            }
        }
    }

    private void crash(Server server) throws Exception {
        OscTransport transport = Services.of(context, OscTransport.class);
        try (OscLink past = transport.open("past", server.endpoint(), 0, new Deaf())) {
            past.send(OscMessage.of("/g_new", 7001, 0, 0));
            past.send(OscMessage.of("/n_run", 7001, 0));
            past.send(OscMessage.of("/s_new", "s2", 7002, 0, 7001, "amp", 0f));
            past.send(
                    new OscBundle(
                            OscTimeTag.IMMEDIATELY,
                            List.of(
                                    OscMessage.of("/n_run", 7002, 0),
                                    OscMessage.of("/n_run", 7002, 0),
                                    OscMessage.of("/n_run", 7002, 1),
                                    OscMessage.of("/n_run", 7001, 1))));
        }
    }

    /** Fault 4: alive but deaf; fault 5: deaf for less than that. */
    @Test
    public void aServerThatHangsIsEndedAndComesBack() throws Exception {
        try (EventLog events = EventLog.of(context, "hung");
                TestServer configured =
                        TestServer.configure(context, "hung", Map.of("hangSeconds", 5))) {
            Client client = Services.of(context, Client.class, configured.name());
            Server server = client.server();
            Synth tone = client.synth("tone", "s2", set("amp", 0)).started().await();
            long pid = server.pid().orElseThrow();

            signal("STOP", pid);
            Poll.until("unresponsive", () -> server.state() == ServerState.UNRESPONSIVE);
            signal("CONT", pid);
            Poll.until("responsive", () -> server.state() == ServerState.RUNNING);
            assertThat(server.pid()).contains(pid);

            signal("STOP", pid);
            ServerEvent.Gone gone = events.await(ServerEvent.Gone.class);
            assertThat(gone.reason()).isEqualTo(ShutdownReason.UNRESPONSIVE);
            events.await(ServerEvent.Running.class);
            assertThat(ProcessHandle.of(pid)).isEmpty();
            assertThat(ids(server)).contains(tone.id());
        }
    }

    /** Fault 21, with a jackd of our own. */
    @Test
    public void aServerWhoseJackDiedComesBackWithAnotherJack() throws Exception {
        try (EventLog events = EventLog.of(context, "unheard");
                TestServer configured = TestServer.configure(context, "unheard")) {
            Client client = Services.of(context, Client.class, configured.name());
            Synth tone = client.synth("tone", "s2", set("amp", 0)).started().await();
            ManagedProcess jackd =
                    Services.of(context, ProcessManager.class).processes().stream()
                            .filter(process -> process.spec().name().contains("jackd"))
                            .filter(process -> process.spec().name().contains("unheard"))
                            .findFirst()
                            .orElseThrow();

            signal("KILL", jackd.identity().pid());

            assertThat(events.await(ServerEvent.Gone.class).reason())
                    .isEqualTo(ShutdownReason.AUDIO_LOST);
            events.await(ServerEvent.Running.class);
            assertThat(ids(client.server())).contains(tone.id());
        }
    }

    /** Fault 21, with a jackd that is somebody else's: it is waited for, not replaced. */
    @Test
    public void aServerWaitsForTheJackOfSomebodyElse() throws Exception {
        try (EventLog events = EventLog.of(context, "guest");
                ForeignJack jack = new ForeignJack();
                TestServer configured =
                        TestServer.configure(
                                context,
                                "guest",
                                Map.of("audio", "JACK", "jackServer", jack.name()))) {
            Client client = Services.of(context, Client.class, configured.name());
            Server server = client.server();
            Synth tone = client.synth("tone", "s2", set("amp", 0)).started().await();

            jack.kill();

            assertThat(events.await(ServerEvent.Gone.class).reason())
                    .isEqualTo(ShutdownReason.AUDIO_LOST);
            events.awaitProgress("waits for the audio system");
            assertThat(server.state()).isEqualTo(ServerState.RECOVERING);

            jack.start();

            events.await(ServerEvent.Running.class);
            assertThat(ids(server)).contains(tone.id());
            server.quit().await(LIMIT);
            assertThat(jack.isAlive()).as("it is not ours to end").isTrue();
        }
    }

    /** Fault 44: what another client ends is brought back, too; what we end is not. */
    @Test
    public void onlyWhatWasAskedForHereEnds() throws Exception {
        try (EventLog events = EventLog.of(context, "quit");
                TestServer configured = TestServer.configure(context, "quit")) {
            Server server = Services.of(context, Client.class, configured.name()).server();
            OscTransport transport = Services.of(context, OscTransport.class);
            try (OscLink past = transport.open("past", server.endpoint(), 0, new Deaf())) {
                past.send(OscMessage.of("/quit"));
            }
            assertThat(events.await(ServerEvent.Gone.class).reason())
                    .isEqualTo(ShutdownReason.BY_ANOTHER_CLIENT);
            events.await(ServerEvent.Running.class);

            server.quit().await(LIMIT);

            assertThat(events.await(ServerEvent.Gone.class).reason())
                    .isEqualTo(ShutdownReason.ASKED);
            assertThat(server.state()).isEqualTo(ServerState.OFFLINE);
            server.boot().await(LIMIT);
            assertThat(server.state()).isEqualTo(ServerState.RUNNING);
        }
    }

    /** Fault 66, in this state. */
    @Test
    public void aServerMayBeQuitWhileItComesBack() throws Exception {
        try (EventLog events = EventLog.of(context, "undecided");
                TestServer configured = TestServer.configure(context, "undecided")) {
            Server server = Services.of(context, Client.class, configured.name()).server();
            signal("KILL", server.pid().orElseThrow());
            events.await(ServerEvent.Gone.class);

            server.quit().await(LIMIT);

            assertThat(server.state()).isEqualTo(ServerState.OFFLINE);
            assertThat(server.pid()).isEmpty();
            server.boot().await(LIMIT);
            assertThat(server.state()).isEqualTo(ServerState.RUNNING);
        }
    }

    private static List<Integer> ids(Server server) {
        return server.queryTree().await().nodes().map(NodeSnapshot::id).toList();
    }

    /** Nodes and their controls in their order, but for some that have no key. */
    private static List<String> described(GroupSnapshot group, int without) {
        List<String> nodes = new ArrayList<>();
        for (NodeSnapshot node : group.children()) {
            if (node instanceof GroupSnapshot inner) {
                nodes.add(inner.id() + " " + inner.state() + described(inner, without));
            } else if (node.id() != without && !node.toString().contains("scaena-volume")) {
                SynthSnapshot synth = (SynthSnapshot) node;
                nodes.add(synth.id() + " " + synth.defName() + synth.state() + synth.controls());
            }
        }
        return nodes;
    }

    private static void signal(String name, long pid) throws Exception {
        String[] command = {"kill", "-" + name, Long.toString(pid)};
        assertThat(new ProcessBuilder(command).start().waitFor())
                .as(Arrays.toString(command))
                .isZero();
    }

    private static final class Deaf implements OscReceiver {
        @Override
        public void received(OscPacket packet) {
            // says nothing to us
        }

        @Override
        public void peerGone(String why) {
            // is meant to be
        }
    }

    private final class Recorder implements InitHook {
        @Override
        public void boot(Client client) {
            hookCalls.add("boot");
        }

        @Override
        public void tree(Client client) {
            hookCalls.add("tree");
        }
    }
}
