package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scaena.node.Controls.set;
import static org.scaena.node.Placement.addToTail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.scaena.itests.continuity.Poll;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.Synth;
import org.scaena.node.SynthSnapshot;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscMessage;
import org.scaena.process.ProcessManager;
import org.scaena.process.Program;
import org.scaena.server.BadSound;
import org.scaena.server.Client;
import org.scaena.server.Server;
import org.scaena.server.ServerEvent;
import org.scaena.synthdef.SynthDefFormat;
import org.scaena.synthdef.SynthDefRegistry;

/** Fault 20: NaN, infinity, offsets and what is far too loud do not get out. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class GuardIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String GUARD = "scaena-guard";

    @Inject private BundleContext context;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    /** Recorded sample by sample: one channel becomes NaN in the second second. */
    @Test
    public void whatIsRightPassesBitByBitAndWhatIsNotIsSilentAtOnce() throws Exception {
        List<float[]> plain = score(false, 0).play(scsynth());
        List<float[]> guarded = score(true, 0).play(scsynth());
        List<float[]> broken = score(true, 1).play(scsynth());
        int second = Score.SAMPLE_RATE;

        assertThat(guarded.get(0)).as("left").isEqualTo(plain.get(0));
        assertThat(guarded.get(1)).as("right").isEqualTo(plain.get(1));
        assertThat(plain.get(0)[second + 100]).isNotZero();
        assertThat(broken.get(1)).as("the other channel").isEqualTo(plain.get(1));
        assertThat(Arrays.copyOf(broken.get(0), second))
                .as("before")
                .isEqualTo(Arrays.copyOf(plain.get(0), second));
        assertThat(Arrays.copyOfRange(broken.get(0), second, 2 * second))
                .as("meanwhile")
                .containsOnly(0);
        assertThat(Arrays.copyOfRange(broken.get(0), 7 * second / 2, 4 * second))
                .as("long after")
                .isEqualTo(Arrays.copyOfRange(plain.get(0), 7 * second / 2, 4 * second));
    }

    @Test
    public void whatIsFarTooLoudIsClippedAndThenSilent() throws Exception {
        float[] left =
                beginning(true)
                        .at(1, quotient(100_000, 1))
                        .at(2, OscMessage.of("/c_set", 0, 0f))
                        .play(scsynth())
                        .get(0);

        for (float sample : left) {
            assertThat(Math.abs(sample)).isLessThanOrEqualTo(8);
        }
        int tail = 3 * Score.SAMPLE_RATE / 2;
        assertThat(Arrays.copyOfRange(left, tail, tail + 1_000)).containsOnly(0);
    }

    private Score score(boolean guarded, int seconds) throws Exception {
        Score score = beginning(guarded);
        if (seconds > 0) {
            score.at(1, quotient(0, 0)).at(1 + seconds, OscMessage.of("/n_free", 7));
        }
        return score.at(4, OscMessage.of("/c_set", 0, 0f));
    }

    private static OscMessage quotient(float a, float b) {
        return OscMessage.of("/s_new", "quotient", 7, 0, 0, "out", 0, "a", a, "b", b);
    }

    private Score beginning(boolean guarded) throws Exception {
        SynthDefRegistry registry = Services.of(context, SynthDefRegistry.class);
        Graphs graphs = new Graphs(Services.of(context, SynthDefFormat.class));
        Score score =
                new Score(Services.of(context, OscCodec.class))
                        .at(
                                0,
                                OscMessage.of("/d_recv", OscBlob.of(graphs.quotient("quotient"))),
                                OscMessage.of("/d_recv", registry.find("s2").orElseThrow().bytes()),
                                OscMessage.of(
                                        "/d_recv", registry.find(GUARD).orElseThrow().bytes()))
                        .at(0, OscMessage.of("/s_new", "s2", 1, 0, 0, "pan", 0.2f, "amp", 0.7f));
        if (guarded) {
            score.at(
                    0,
                    OscMessage.of("/s_new", GUARD, 2, 1, 0, "bus", 0),
                    OscMessage.of("/s_new", GUARD, 3, 1, 0, "bus", 1));
        }
        return score;
    }

    private Path scsynth() throws InterruptedException {
        return Services.of(context, ProcessManager.class).find(Program.scsynth());
    }

    @Test
    public void theSynthThatMakesItIsNamed() throws Exception {
        try (EventLog events = EventLog.of(context, "broken");
                TestServer configured =
                        TestServer.configure(context, "broken", Map.of("guard", true))) {
            Client client = Services.of(context, Client.class, configured.name());
            Graphs graphs = new Graphs(Services.of(context, SynthDefFormat.class));
            client.sendSynthDef(graphs.quotient("quotient")).await(LIMIT);
            client.synth("s2", set("amp", 0)).started().await();

            Synth bad = client.synth("quotient", set("out", 1)).started().await();
            Synth innocent = client.synth("s2", set("amp", 0)).started().await();
            ServerEvent.ChannelSilenced silenced = events.await(ServerEvent.ChannelSilenced.class);
            assertThat(silenced.channel()).isEqualTo(1);
            assertThat(silenced.why()).isEqualTo(BadSound.NOT_A_NUMBER);
            assertThat(silenced.suspect()).hasValue(bad.id());
            assertThat(silenced.proved()).isTrue();
            assertThat(silenced.message())
                    .contains("channel 1", bad.id() + " 'quotient'", "BinaryOpUGen");

            bad.free();
            assertThat(events.await(ServerEvent.ChannelSounds.class).channel()).isEqualTo(1);

            innocent.free();
            Synth loud = client.synth("quotient", set("a", 1e6).set("b", 1)).started().await();
            silenced = events.await(ServerEvent.ChannelSilenced.class);
            assertThat(silenced.channel()).isZero();
            assertThat(silenced.why()).isEqualTo(BadSound.TOO_LOUD);
            assertThat(silenced.suspect()).hasValue(loud.id());
            assertThat(silenced.proved()).as("it began last, which proves nothing").isFalse();
            assertThat(silenced.message()).contains("guess");
        }
    }

    @Test
    public void itIsTheLastWhateverHappens() throws Exception {
        try (EventLog events = EventLog.of(context, "guarded");
                TestServer configured =
                        TestServer.configure(context, "guarded", Map.of("guard", true))) {
            Server server = Services.of(context, Client.class, configured.name()).server();
            assertThat(guards(server)).hasSize(2);

            server.freeAll().await(LIMIT);
            assertThat(guards(server)).hasSize(2);
            Client client = server.whenRunning().await(LIMIT);
            client.freeAll().await(LIMIT);
            assertThat(guards(server)).hasSize(2);
            server.volume().set(-6).await();
            assertThat(guards(server)).as("the volume comes before it").hasSize(2);

            client.synth("s2", set("amp", 0), addToTail(client.rootGroup())).started().await();
            Poll.until("it is the last again", () -> guards(server).size() == 2);
            client.node(guards(server).get(0)).orElseThrow().free();
            Poll.until("it is whole again", () -> guards(server).size() == 2);

            server.reboot().await(LIMIT);
            assertThat(guards(server)).hasSize(2);
            String[] kill = {"kill", "-KILL", Long.toString(server.pid().orElseThrow())};
            assertThat(new ProcessBuilder(kill).start().waitFor()).isZero();
            Poll.until("it has gone", () -> !events.of(ServerEvent.Gone.class).isEmpty());
            server.whenRunning().await(LIMIT);
            Poll.until("it is there in the next", () -> guards(server).size() == 2);

            List<Integer> before = guards(server);
            Bundle bundle = Distribution.installed(context, "org.scaena.server");
            bundle.stop();
            bundle.start();
            Server next = Services.of(context, Client.class, configured.name()).server();
            assertThat(guards(next)).as("taken over").isEqualTo(before);

            configured.change(Map.of("guard", false));
            Poll.until("it has gone", () -> !next.queryTree().await().toString().contains(GUARD));
            configured.change(Map.of("guard", true, "guardDb", 0));
            Poll.until("it is there again", () -> guards(next).size() == 2);
        }
    }

    /** The synths that guard, if they are in the last group of the root. */
    private static List<Integer> guards(Server server) {
        List<NodeSnapshot> nodes = server.queryTree().await().children();
        return Optional.of(nodes.get(nodes.size() - 1))
                .filter(GroupSnapshot.class::isInstance)
                .map(GroupSnapshot.class::cast)
                .map(GroupSnapshot::children)
                .orElse(List.of())
                .stream()
                .filter(SynthSnapshot.class::isInstance)
                .map(SynthSnapshot.class::cast)
                .filter(synth -> synth.defName().filter(GUARD::equals).isPresent())
                .map(NodeSnapshot::id)
                .toList();
    }
}
