package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.scaena.command.CommandFailedException;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.SynthSnapshot;
import org.scaena.server.Client;
import org.scaena.server.Server;

/** Scenarios 48–50: volume and test sound on a real server, without any language. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class VolumeIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject private BundleContext context;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @Test
    public void theVolumeSurvivesACleardTreeAndAReboot() throws Exception {
        try (TestServer configured = TestServer.configure(context, "volume")) {
            Services.of(context, Client.class, configured.name());
            Server server = Services.of(context, Server.class, configured.name());

            server.volume().set(-20).await();
            assertThat(volumes(server)).containsExactly("0.1");
            server.freeAll().await(LIMIT);
            assertThat(volumes(server)).containsExactly("0.1");
            server.whenRunning().await(LIMIT).freeAll().await(LIMIT);
            assertThat(volumes(server)).containsExactly("0.1");

            server.reboot().await(LIMIT);
            assertThat(volumes(server)).containsExactly("0.1");

            server.volume().set(99).await();
            assertThat(server.volume().db()).isEqualTo(6);
            server.volume().set(0).await();
            server.quit().await(LIMIT);
            server.volume().mute().await();
            server.boot().await(LIMIT);
            assertThat(volumes(server)).as("muted while it was away").containsExactly("0");
            assertThatThrownBy(() -> server.volume().set(Double.NaN))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Sixty-four channels, and the synth comes after everything else. */
    @Test
    public void theVolumeScalesEveryChannelOfEverybody() throws Exception {
        Map<String, Object> wide = Map.of("numOutputBusChannels", 64, "numInputBusChannels", 0);
        try (TestServer configured = TestServer.configure(context, "wide", wide)) {
            Client client = Services.of(context, Client.class, configured.name());
            client.server().volume().set(-6).await();

            List<NodeSnapshot> nodes = client.server().queryTree().await().children();
            assertThat(nodes.get(nodes.size() - 1))
                    .isInstanceOfSatisfying(
                            SynthSnapshot.class,
                            synth -> assertThat(synth.defName()).contains("scaena-volume-64"));
        }
    }

    /** Scenario 48: whenever the tree is cleared after a test sound, errors are still told. */
    @Test
    public void theTestSoundSilencesNoError() throws Exception {
        try (TestServer configured = TestServer.configure(context, "blip")) {
            Client client = Services.of(context, Client.class, configured.name());
            for (int round = 0; round < 3; round++) {
                client.server().blip();
                if (round > 0) {
                    client.server().freeAll().await(LIMIT);
                }
                assertThatThrownBy(() -> client.synth("no-such-definition").started().await())
                        .isInstanceOf(CommandFailedException.class)
                        .hasMessageContaining("SynthDef not found");
            }
        }
    }

    /** The gains of all volume synths in the tree. */
    private static List<String> volumes(Server server) {
        return server.queryTree()
                .await()
                .nodes()
                .filter(SynthSnapshot.class::isInstance)
                .map(SynthSnapshot.class::cast)
                .filter(synth -> synth.defName().orElse("").startsWith("scaena-volume-"))
                .map(synth -> synth.control("volumeAmp").orElseThrow().toString())
                .toList();
    }
}
