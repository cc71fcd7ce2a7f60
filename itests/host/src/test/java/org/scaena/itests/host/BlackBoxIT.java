package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scaena.node.Controls.set;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import org.osgi.framework.FrameworkUtil;
import org.scaena.itests.continuity.Poll;
import org.scaena.node.Synth;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscTimeTag;
import org.scaena.osc.OscTransport;
import org.scaena.server.BlackBoxException;
import org.scaena.server.Client;
import org.scaena.server.Replay;
import org.scaena.server.ReplayReport;
import org.scaena.server.ReplayReport.End;
import org.scaena.server.Server;
import org.scaena.server.ServerEvent;
import org.scaena.server.ServerState;
import org.scaena.synthdef.SynthDefFormat;
import org.scaena.synthdef.SynthDefRegistry;

/** What a server was sent before its end is kept, and shows which packet it was. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class BlackBoxIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final List<String> progress = new CopyOnWriteArrayList<>();

    @Inject private BundleContext context;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    /** The one that the audience hears comes back after the crash, and plays on. */
    @Test
    public void whatCrashedAServerCrashesAnotherOneToo() throws Exception {
        try (EventLog events = EventLog.of(context, "crashes");
                TestServer configured = TestServer.configure(context, "crashes")) {
            Client client = Services.of(context, Client.class, configured.name());
            Server server = client.server();
            client.sendSynthDef(graphs().crashing("poison")).await(LIMIT);
            Synth tone = client.synth("tone", "s2", set("amp", 0)).started().await();
            client.synth("poison", set("nothing", 0));
            events.await(ServerEvent.Gone.class);
            events.await(ServerEvent.Running.class);
            Client after = Services.of(context, Client.class, configured.name());
            assertThat(after.synth("tone", "s2", set("amp", 0)).id()).isEqualTo(tone.id());
            long pid = server.pid().orElseThrow();
            Poll.until("a file", () -> !server.blackBox().files().isEmpty());
            Path file = server.blackBox().files().get(0);

            List<OscBundle> score = read(file);
            assertThat(score.get(0).time().ntp()).isZero();
            assertThat(last(score, 5)).anyMatch(bundle -> has(bundle, "/s_new", "poison"));

            for (Replay how : List.of(Replay.of(file.getFileName()), Replay.of(file).fast())) {
                ReplayReport report = server.blackBox().replay(how, progress::add).await(LIMIT);

                End end = report.end().orElseThrow();
                assertThat(end.first()).isEqualTo(end.last());
                assertThat(has(score.get(end.last() - 1), "/s_new", "poison")).isTrue();
                assertThat(end.what()).contains("signal 11");
                assertThat(report.last().get(report.last().size() - 1).text())
                        .contains("/s_new poison");
            }
            assertThat(progress).anyMatch(line -> line.contains("scsynth started for the replay"));
            assertThat(server.state()).isEqualTo(ServerState.RUNNING);
            assertThat(server.pid()).contains(pid);
            assertThat(server.queryTree().await().find(tone.id())).isPresent();
        }
    }

    /** Facts A.7, SuperCollider's issue 5191; written by hand, as we do not let it pass. */
    @Test
    public void aScoreByHandIsPlayedInItsOwnTime() throws Exception {
        try (TestServer configured = TestServer.configure(context, "by-hand")) {
            Server server = Services.of(context, Client.class, configured.name()).server();
            Path file = Files.createTempFile("by-hand", ".osc");
            write(
                    file,
                    bundle(0, definition("s2")),
                    bundle(0, OscMessage.of("/g_new", 1, 0, 0)),
                    bundle(0.2, OscMessage.of("/n_run", 1, 0)),
                    bundle(0.4, OscMessage.of("/b_write", 0, file + ".wav", "wav", "float")),
                    bundle(0.4, OscMessage.of("/s_new", "s2", 1000, 0, 1, "amp", 0f)),
                    bundle(
                            0.6,
                            OscMessage.of("/n_run", 1000, 0),
                            OscMessage.of("/n_run", 1000, 0),
                            OscMessage.of("/n_run", 1000, 1),
                            OscMessage.of("/n_run", 1, 1)),
                    bundle(2, OscMessage.of("/g_freeAll", 0)));

            ReplayReport first =
                    server.blackBox().replay(Replay.of(file), progress::add).await(LIMIT);
            ReplayReport before =
                    server.blackBox().replay(Replay.of(file).until(5), progress::add).await(LIMIT);

            assertThat(first.packets()).isEqualTo(7);
            assertThat(first.leftOut()).isOne();
            assertThat(first.end())
                    .hasValueSatisfying(
                            end -> {
                                assertThat(end.first()).isEqualTo(6);
                                assertThat(end.last()).isEqualTo(6);
                            });
            assertThat(first.last().get(4).text()).contains("/n_run 1000 0; /n_run 1000 0");
            assertThat(first.last().get(4).time()).isEqualTo(Duration.ofMillis(600).minusNanos(1));
            assertThat(before.end()).isEmpty();
            assertThat(before.played()).isEqualTo(4);
            assertThat(Path.of(file + ".wav")).doesNotExist();
            assertThat(server.state()).isEqualTo(ServerState.RUNNING);
        }
    }

    /** It is also a score for scsynth -N; and another transport records on. */
    @Test
    public void aServerThatIsWellIsSavedWhenAsked() throws Exception {
        try (TestServer configured = TestServer.configure(context, "well")) {
            Client client = Services.of(context, Client.class, configured.name());
            Server server = client.server();
            client.synth("s2", set("amp", 0)).started().await();
            server.send(OscMessage.of("/c_set", 5, 0.25f));
            Bundle osc =
                    FrameworkUtil.getBundle(Services.of(context, OscTransport.class).getClass());
            osc.stop();
            osc.start();
            server.send(OscMessage.of("/c_set", 5, 0.5f));
            server.sync().await(LIMIT);

            Path file = server.blackBox().save().await(LIMIT);

            assertThat(read(file).stream().flatMap(BlackBoxIT::messages))
                    .containsSubsequence(
                            OscMessage.of("/c_set", 5, 0.25f), OscMessage.of("/c_set", 5, 0.5f));
            ReplayReport report =
                    server.blackBox().replay(Replay.of(file).fast(), progress::add).await(LIMIT);
            assertThat(report.end()).isEmpty();
            assertThat(report.played()).isEqualTo(report.packets());
            ReplayReport here =
                    server.blackBox()
                            .replay(Replay.of(file).fast().until(3).here(), progress::add)
                            .await(LIMIT);
            assertThat(here.end()).isEmpty();
            assertThat(here.played()).isEqualTo(3);
            assertThat(server.state()).isEqualTo(ServerState.RUNNING);
            assertThat(rendered(file)).doesNotContain("FAILURE", "ERROR");
        }
    }

    /** The definition was sent, and the group made, before all that is kept. */
    @Test
    public void whatBeganBeforeTheWindowIsMadeAgain() throws Exception {
        try (EventLog events = EventLog.of(context, "long");
                TestServer configured =
                        TestServer.configure(
                                context,
                                "long",
                                Map.of("blackBoxMebibytes", 1, "restart", false))) {
            Client client = Services.of(context, Client.class, configured.name());
            Server server = client.server();
            client.sendSynthDef(graphs().crashing("poison")).await(LIMIT);
            Synth tone = client.synth("s2", set("amp", 0)).started().await();
            Poll.until(
                    "the begin is lost, and what was there then is known",
                    () -> {
                        for (int i = 0; i < 20_000; i++) {
                            server.send(OscMessage.of("/n_set", tone.id(), "amp", 0f));
                        }
                        Path file = server.blackBox().save().await(LIMIT);
                        return has(read(file).get(0), "/d_recv")
                                && read(file).stream().noneMatch(bundle -> has(bundle, "/notify"));
                    });

            client.synth("poison", set("nothing", 0));
            events.await(ServerEvent.Gone.class);
            Poll.until(
                    "the file of the end",
                    () ->
                            last(read(server.blackBox().files().get(0)), 5).stream()
                                    .anyMatch(bundle -> has(bundle, "/s_new", "poison")));

            ReplayReport report =
                    server.blackBox()
                            .replay(
                                    Replay.of(server.blackBox().files().get(0)).fast(),
                                    progress::add)
                            .await(LIMIT);
            assertThat(report.last().get(report.last().size() - 1).text())
                    .contains("/s_new poison");
            assertThat(report.end()).isPresent();
        }
    }

    @Test
    public void whatCantBePlayedIsToldInASentence() throws Exception {
        try (TestServer configured =
                TestServer.configure(
                        context, "refuses", Map.of("autoBoot", false, "blackBoxMinutes", 0))) {
            Server server = Services.of(context, Server.class, configured.name());
            assertThatThrownBy(
                            () ->
                                    server.blackBox()
                                            .replay(Replay.of(Path.of("none.osc")), progress::add)
                                            .await(LIMIT))
                    .isInstanceOf(BlackBoxException.class)
                    .hasMessageContaining("none.osc")
                    .hasMessageContaining("sc:blackbox");
            assertThatThrownBy(() -> server.blackBox().save().await(LIMIT))
                    .hasMessageContaining("boot it first");
            server.boot().await(LIMIT);
            assertThatThrownBy(() -> server.blackBox().save().await(LIMIT))
                    .hasMessageContaining("blackBoxMinutes");
        }
    }

    private Graphs graphs() throws InterruptedException {
        return new Graphs(Services.of(context, SynthDefFormat.class));
    }

    private OscMessage definition(String name) throws InterruptedException {
        return OscMessage.of(
                "/d_recv",
                Services.of(context, SynthDefRegistry.class).find(name).orElseThrow().bytes());
    }

    private static OscBundle bundle(double seconds, OscPacket... messages) {
        return OscBundle.of(new OscTimeTag((long) (seconds * (1L << 32))), messages);
    }

    private void write(Path file, OscBundle... bundles) throws Exception {
        OscCodec codec = Services.of(context, OscCodec.class);
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            for (OscBundle bundle : bundles) {
                ByteBuffer bytes = ByteBuffer.allocate(codec.size(bundle));
                codec.encode(bundle, bytes);
                out.writeInt(bytes.capacity());
                out.write(bytes.array());
            }
        }
    }

    /** As whoever knows the format reads it. */
    private List<OscBundle> read(Path file) {
        List<OscBundle> bundles = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            OscCodec codec = Services.of(context, OscCodec.class);
            while (true) {
                byte[] bytes = new byte[in.readInt()];
                in.readFully(bytes);
                bundles.add((OscBundle) codec.decode(ByteBuffer.wrap(bytes)));
            }
        } catch (EOFException end) {
            return bundles;
        } catch (IOException | InterruptedException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static List<OscBundle> last(List<OscBundle> score, int count) {
        return score.subList(Math.max(0, score.size() - count), score.size());
    }

    private static Stream<OscMessage> messages(OscBundle bundle) {
        return bundle.elements().stream().map(OscMessage.class::cast);
    }

    private static boolean has(OscBundle bundle, String address, Object... first) {
        return messages(bundle)
                .filter(message -> message.address().equals(address))
                .anyMatch(
                        message ->
                                message.arguments().size() >= first.length
                                        && message.arguments()
                                                .subList(0, first.length)
                                                .equals(List.of(first)));
    }

    private static String rendered(Path score) throws Exception {
        Path folder = Files.createTempDirectory("score");
        Path output = folder.resolve("output");
        Process scsynth =
                new ProcessBuilder(
                                "scsynth",
                                "-D",
                                "0",
                                "-N",
                                score.toString(),
                                "_",
                                folder.resolve("sound.wav").toString(),
                                "48000",
                                "WAV",
                                "float")
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        assertThat(scsynth.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(scsynth.exitValue()).isZero();
        return Files.readString(output);
    }
}
