package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.scaena.buffer.Buffer;
import org.scaena.buffer.BufferSource;
import org.scaena.catalogue.BufferCommands;
import org.scaena.itests.continuity.Piece;
import org.scaena.itests.continuity.Poll;
import org.scaena.itests.continuity.Recording;
import org.scaena.itests.continuity.Swap;
import org.scaena.itests.continuity.Traffic;
import org.scaena.node.NodeEvent;
import org.scaena.node.NodeListener;
import org.scaena.node.NodeSnapshot;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscTimeTag;
import org.scaena.server.Client;
import org.scaena.server.Server;
import org.scaena.server.ServerListener;
import org.scaena.synthdef.SynthDefFormat;

/**
 * Modules are replaced while 200 synths play and a client sends 1,000 messages a second: nothing is
 * lost, nothing comes twice, and not one sample of what the server plays differs.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class HotSwapIT {

    private static final int MESSAGES_AFTER_EACH = Traffic.PER_SECOND / 2;

    private static Recording undisturbed;

    @Rule public TemporaryFolder folder = new TemporaryFolder();

    @Inject private BundleContext context;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @Test
    public void osc() throws Exception {
        assertPlaysOnWhileSwapping("osc");
    }

    /** The codec that is in use. */
    @Test
    public void oscJavaosc() throws Exception {
        Bundle library = context.installBundle(Distribution.plugin("javaosc-core"));
        Bundle codec = context.installBundle(Distribution.plugin("org.scaena.osc-javaosc"));
        codec.start();
        org.osgi.service.cm.Configuration ranking =
                Services.of(context, ConfigurationAdmin.class)
                        .getConfiguration("org.scaena.osc.javaosc", "?");
        ranking.update(new Hashtable<>(Map.of(Constants.SERVICE_RANKING, 200)));
        Poll.until(
                "JavaOSC is the codec",
                () -> context.getServiceReference(OscCodec.class).getBundle() == codec);
        assertPlaysOnWhileSwapping(codec, Distribution.pluginJar("org.scaena.osc-javaosc"));
        codec.uninstall();
        library.uninstall();
        ranking.delete();
    }

    @Test
    public void process() throws Exception {
        assertPlaysOnWhileSwapping("process");
    }

    @Test
    public void allocator() throws Exception {
        assertPlaysOnWhileSwapping("allocator");
    }

    @Test
    public void nodetree() throws Exception {
        assertPlaysOnWhileSwapping("nodetree");
    }

    @Test
    public void synthdef() throws Exception {
        assertPlaysOnWhileSwapping("synthdef");
    }

    @Test
    public void console() throws Exception {
        assertPlaysOnWhileSwapping("console");
    }

    /** All logins are made anew, and find the server as it was left. */
    @Test
    public void server() throws Exception {
        Bundle bundle = Distribution.installed(context, "org.scaena.server");
        Path jar = Distribution.jar("org.scaena.server");
        WatchedFolder watched = new WatchedFolder(context, folder.newFolder().toPath());
        Map<String, ?> patient = Map.of("graceMs", 3_600_000);
        try (TestServer configured = TestServer.configure(context, "swap-server", patient)) {
            Client first = Services.of(context, Client.class, configured.name());
            Piece.define(first, Services.of(context, SynthDefFormat.class));
            Recording reference = undisturbed(first);
            long pid = first.server().pid().orElseThrow();
            Piece piece = Piece.play(first, file("disturbed"));
            Client now = first;
            for (Swap way : Swap.values()) {
                way.of(bundle, jar, context, watched.deploy());
                Client next = Services.of(context, Client.class, configured.name());
                assertThat(next).as("%s", way).isNotSameAs(now);
                assertThat(next.id()).isEqualTo(first.id());
                assertThat(next.server().pid()).hasValue(pid);
                assertThat(ids(next.server())).as("%s", way).containsAll(piece.ids());
                now = next;
            }
            Recording recording = piece.stop(now);
            assertThat(recording.common(reference)).isGreaterThan(48_000);
            assertThat(recording.peak()).isGreaterThan(0.1f);
            assertThat(recording.differences(reference)).isZero();
        } finally {
            watched.close();
        }
    }

    private void assertPlaysOnWhileSwapping(String module) throws Exception {
        String name = "org.scaena." + module;
        assertPlaysOnWhileSwapping(Distribution.installed(context, name), Distribution.jar(name));
    }

    private void assertPlaysOnWhileSwapping(Bundle bundle, Path jar) throws Exception {
        String module = bundle.getSymbolicName().substring("org.scaena.".length());
        WatchedFolder watched = new WatchedFolder(context, folder.newFolder().toPath());
        EventLog events = new EventLog();
        NodeLog nodes = new NodeLog();
        ServiceRegistration<?> hearing =
                context.registerService(ServerListener.class, events, null);
        ServiceRegistration<?> hearingNodes =
                context.registerService(NodeListener.class, nodes, null);
        try (TestServer configured = TestServer.configure(context, "swap-" + module)) {
            Client client = Services.of(context, Client.class, configured.name());
            Server server = client.server();
            Piece.define(client, Services.of(context, SynthDefFormat.class));
            Recording reference = undisturbed(client);
            long pid = server.pid().orElseThrow();

            Piece piece = Piece.play(client, file("disturbed"));
            try (Traffic traffic = new Traffic(client)) {
                traffic.goOn(MESSAGES_AFTER_EACH);
                traffic.longestMillis();
                for (Swap way : Swap.values()) {
                    way.of(bundle, jar, context, watched.deploy());
                    traffic.goOn(MESSAGES_AFTER_EACH);
                    double gap = traffic.longestMillis();
                    System.out.printf("%-12s %-15s %6.1f ms%n", module, way, gap);
                    assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE);
                    assertThat(Services.of(context, Client.class, configured.name()))
                            .isSameAs(client);
                    assertThat(ids(server)).as("%s by %s", module, way).containsAll(piece.ids());
                    assertThat(traffic.failures()).as("%s by %s", module, way).isEmpty();
                }
                traffic.end();
                assertThat(traffic.lost()).isEmpty();
            }
            assertThat(server.pid()).hasValue(pid);
            assertThat(server.queryTree().await()).isEqualTo(server.tree());
            assertThat(nodes.ids(NodeEvent.Kind.ENDED)).doesNotContainAnyElementsOf(piece.ids());
            Recording recording = piece.stop();
            assertThat(recording.common(reference)).isGreaterThan(48_000);
            assertThat(recording.peak()).isGreaterThan(0.1f);
            assertThat(recording.differences(reference)).isZero();
            assertThat(events.states()).containsExactly("OFFLINE>BOOTING", "BOOTING>RUNNING");
            assertThat(events.failures()).isEmpty();
        } finally {
            watched.close();
            hearing.unregister();
            hearingNodes.unregister();
        }
    }

    /** More than the server keeps, so that most of it waits here. */
    @Test
    public void whatIsScheduledOutlastsTheTransport() throws Exception {
        int bundles = 3_000;
        Bundle osc = Distribution.installed(context, "org.scaena.osc");
        try (TestServer configured = TestServer.configure(context, "swap-scheduled")) {
            Client client = Services.of(context, Client.class, configured.name());
            Buffer buffer = client.buffer(BufferSource.alloc(bundles)).ready().await();
            Instant begin = Instant.now().plusSeconds(3);
            for (int i = 0; i < bundles; i++) {
                client.send(
                        OscBundle.of(
                                OscTimeTag.of(begin.plus(i, ChronoUnit.MILLIS)),
                                BufferCommands.set(buffer.number(), i, i + 1).message()));
            }

            osc.stop();
            osc.start();

            assertThat(buffer.get(0).await()).as("not yet").isZero();
            Poll.until("the last one comes", () -> buffer.get(bundles - 1).await() == bundles);
            float[] all = buffer.toArray().await();
            for (int i = 0; i < bundles; i++) {
                assertThat(all[i]).isEqualTo(i + 1);
            }
        }
    }

    private static List<Integer> ids(Server server) {
        return server.tree().nodes().map(NodeSnapshot::id).toList();
    }

    private Path file(String name) {
        return folder.getRoot().toPath().resolve(name + ".wav");
    }

    /** The piece as it is when nothing happens; long enough for all ways of swapping. */
    private Recording undisturbed(Client client) throws Exception {
        if (undisturbed == null) {
            Piece piece = Piece.play(client, file("undisturbed"));
            try (Traffic traffic = new Traffic(client)) {
                traffic.goOn(MESSAGES_AFTER_EACH * (Swap.values().length + 3));
                traffic.end();
                assertThat(traffic.lost()).isEmpty();
            }
            undisturbed = piece.stop();
        }
        return undisturbed;
    }
}
