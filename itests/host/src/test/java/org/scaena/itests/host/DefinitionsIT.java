package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.scaena.catalogue.SynthDefCommands;
import org.scaena.command.Done;
import org.scaena.command.ServerException;
import org.scaena.node.NodeState;
import org.scaena.node.Synth;
import org.scaena.osc.OscBlob;
import org.scaena.server.Client;
import org.scaena.synthdef.RegisteredSynthDef;
import org.scaena.synthdef.Sending;
import org.scaena.synthdef.SynthDefFormat;
import org.scaena.synthdef.SynthDefFormatException;
import org.scaena.synthdef.SynthDefPathException;
import org.scaena.synthdef.SynthDefRefusedException;
import org.scaena.synthdef.SynthDefRegistration;
import org.scaena.synthdef.SynthDefRegistry;

/** Definitions on a real server, whose answers about them do not mean what they say. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class DefinitionsIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject private BundleContext context;

    private final List<SynthDefRegistration> sent = new ArrayList<>();
    private TestServer configured;
    private Client client;
    private Graphs graphs;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @Before
    public void boot() throws Exception {
        configured = TestServer.configure(context, "definitions");
        client = Services.of(context, Client.class, configured.name());
        graphs = new Graphs(Services.of(context, SynthDefFormat.class));
    }

    @After
    public void quit() throws Exception {
        sent.forEach(SynthDefRegistration::close);
        configured.close();
    }

    @Test
    public void sevenDefinitionsAreThereAfterTheBoot() throws Exception {
        assertThat(registered())
                .filteredOn(definition -> definition.sending() == Sending.AT_BOOT)
                .extracting(RegisteredSynthDef::name)
                .containsExactly(
                        "s1",
                        "s2",
                        "scaena-playback-1",
                        "scaena-playback-2",
                        "scaena-record-1",
                        "scaena-record-2");
        assertThat(onServer()).isEqualTo(7);
        assertThat(List.of("s1", "s2", "scaena-volume-2")).allMatch(this::plays);
    }

    /** {@code /done /d_recv} comes for it. */
    @Test
    public void aMissingUnitIsNamed() throws Exception {
        byte[] unheard = graphs.unheard("unheard");
        assertThat(client.request(SynthDefCommands.receive(OscBlob.of(unheard))).await())
                .isEqualTo(Done.DONE);
        int before = onServer();

        assertThatThrownBy(() -> client.sendSynthDef(unheard).await(LIMIT))
                .isInstanceOf(SynthDefRefusedException.class)
                .hasMessage(
                        "the server does not have definition 'unheard': UGen 'Unheard' is not"
                                + " installed");

        assertThat(onServer()).isEqualTo(before);
        assertThat(registered()).extracting(RegisteredSynthDef::name).doesNotContain("unheard");
    }

    /** {@code /done /d_recv} comes for it, too. */
    @Test
    public void rubbishIsNotSent() {
        assertThatThrownBy(() -> client.sendSynthDef(new byte[100]).await(LIMIT))
                .isInstanceOf(SynthDefFormatException.class);
        assertThatThrownBy(() -> client.loadSynthDef(Path.of("missing.scsyndef")).await(LIMIT))
                .isInstanceOf(SynthDefPathException.class);
    }

    /** {@code /d_removed} comes for the name while the new definition is there. */
    @Test
    public void aReplacedDefinitionIsTheNewOne() {
        send(graphs.silent("tone", 1));
        Synth old = client.synth("tone");
        old.started().await();

        send(graphs.silent("tone", 2));
        Synth next = client.synth("tone");

        assertThat(next.get("freq").await()).isEqualTo(2);
        assertThat(old.get("freq").await()).isEqualTo(1);
        old.free();
        old.ended().await();
        assertThat(plays("tone")).isTrue();
    }

    /** The server has a definition of that name afterwards: the former one. */
    @Test
    public void aRefusedReplacementLeavesTheFormerInPlace() {
        send(graphs.silent("voice", 3));

        assertThatThrownBy(() -> client.sendSynthDef(graphs.unheard("voice")).await(LIMIT))
                .isInstanceOf(SynthDefRefusedException.class);

        assertThat(freq("voice")).isEqualTo(3);
    }

    @Test
    public void aDefinitionLongerThanADatagramGoesThroughAFile() {
        byte[] large = graphs.large("large", 2_000);
        assertThat(large.length).isGreaterThan(65_507);

        send(large);

        assertThat(plays("large")).isTrue();
    }

    @Test
    public void aDefinitionOnDemandComesWhenItIsRequired() {
        assertThat(plays("scaena-volume-3")).isFalse();

        client.requireSynthDef("scaena-volume-3").await(LIMIT);
        assertThat(plays("scaena-volume-3")).isTrue();

        client.send(SynthDefCommands.free("scaena-volume-3").message());
        client.requireSynthDef("scaena-volume-3").await(LIMIT);
        assertThat(plays("scaena-volume-3")).isTrue();

        assertThatThrownBy(() -> client.requireSynthDef("nobody's").await(LIMIT))
                .hasMessage("no definition 'nobody's' is registered");
    }

    @Test
    public void whatWasSentComesBackAfterARestartAndGoesWhenItIsClosed() throws Exception {
        SynthDefRegistration sent = client.server().sendSynthDef(graphs.silent("mine", 4)).await();
        assertThat(plays("mine")).isTrue();

        client.server().reboot().await(LIMIT);
        client = Services.of(context, Client.class, configured.name());
        assertThat(plays("mine")).isTrue();

        sent.close();
        until(() -> !plays("mine"));
    }

    @Test
    public void definitionsOfABundleComeAndGoWithIt() throws Exception {
        Bundle hall =
                context.installBundle("hall", Graphs.bundle("hall", graphs.silent("hall", 5)));
        assertThat(plays("hall")).isFalse();

        hall.start();
        until(() -> plays("hall"));
        Synth playing = client.synth("hall");
        playing.started().await();

        hall.update(Graphs.bundle("hall", graphs.silent("hall", 6)));
        until(() -> freq("hall") == 6);

        hall.stop();
        until(() -> !plays("hall"));
        assertThat(playing.state()).isEqualTo(NodeState.PLAYING);
        assertThat(playing.get("freq").await()).isEqualTo(5);
        hall.uninstall();
    }

    @Test
    public void aWatchedFileComesChangesAndGoes() throws Exception {
        Path folder =
                Files.createDirectories(Path.of(System.getProperty("scaena.home"), "synthdefs"));
        Path file = folder.resolve("dropped.scsyndef");
        try {
            Files.write(file, graphs.silent("dropped", 7));
            until(() -> plays("dropped"));
            client.loadSynthDef(Path.of("dropped.scsyndef")).await(LIMIT).close();

            Files.write(file, new byte[] {1, 2, 3});
            Files.write(file, graphs.silent("dropped", 8));
            until(() -> freq("dropped") == 8);
        } finally {
            Files.delete(file);
        }
        until(() -> !plays("dropped"));
    }

    private int onServer() {
        return client.server().status().await().numSynthDefs();
    }

    private List<RegisteredSynthDef> registered() throws InterruptedException {
        return Services.of(context, SynthDefRegistry.class).definitions();
    }

    private void send(byte[] file) {
        sent.add(client.sendSynthDef(file).await(LIMIT));
    }

    private float freq(String name) {
        Synth synth = client.synth(name);
        try {
            return synth.get("freq").await();
        } catch (ServerException refused) {
            return Float.NaN;
        }
    }

    private boolean plays(String name) {
        Synth synth = client.synth(name);
        try {
            synth.started().await();
            synth.free();
            return true;
        } catch (ServerException refused) {
            return false;
        }
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
    }
}
