package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.scaena.command.Reply;
import org.scaena.itests.continuity.Poll;
import org.scaena.process.ManagedProcess;
import org.scaena.server.Client;
import org.scaena.server.Server;
import org.scaena.server.ServerEvent;
import org.scaena.server.ServerHardware;
import org.scaena.server.ServerState;
import org.scaena.server.ShutdownReason;

/** Faults 13, 23, 24: an audio system with another rate or fewer ports; one that comes late. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class HardwareIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject private BundleContext context;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @Test
    public void whatDiffersIsToldOnceWithBothFiguresAndItRunsOn() throws Exception {
        try (EventLog events = EventLog.of(context, "poor");
                TestJack jack = new TestJack(context, "poor");
                TestServer configured = poor(jack)) {
            Server server = Services.of(context, Client.class, configured.name()).server();

            ServerHardware hardware = events.await(ServerEvent.HardwareDiffers.class).hardware();
            assertThat(hardware)
                    .isEqualTo(
                            new ServerHardware(
                                    96_000, 48_000, 4, OptionalInt.of(2), 8, OptionalInt.of(2)));
            assertThat(hardware.differences())
                    .hasSize(3)
                    .anySatisfy(
                            what ->
                                    assertThat(what)
                                            .contains("48000 Hz", "96000 Hz", "set sampleRate"))
                    .anySatisfy(what -> assertThat(what).contains("2 of 4 inputs", "set num"))
                    .anySatisfy(what -> assertThat(what).contains("2 of 8 outputs", "set num"));
            assertThat(server.hardware()).contains(hardware);
            assertThat(server.overload().xruns()).as("of a jackd that is not ours").isEmpty();
            assertThat(Console.answer(context, "sc:on poor { sc:status }"))
                    .contains("48000.00 Hz", "96000.00 Hz", "2 of 4", "2 of 8", "?");

            server.reboot().await(LIMIT);
            assertThat(server.hardware()).contains(hardware);
            server.quit().await(LIMIT);
            assertThat(server.hardware()).isEmpty();
            assertThat(events.of(ServerEvent.HardwareDiffers.class)).hasSize(1);
        }
    }

    @Test
    public void whatIsAsAskedIsNoEvent() throws Exception {
        Map<String, Object> settings = Map.of("sampleRate", 44_100);
        try (EventLog events = EventLog.of(context, "rich");
                TestServer configured = TestServer.configure(context, "rich", settings)) {
            Server server = Services.of(context, Client.class, configured.name()).server();
            server.whenRunning().await(LIMIT);

            ServerHardware hardware = server.hardware().orElseThrow();
            assertThat(hardware.isAsAsked()).isTrue();
            assertThat(hardware.sampleRate()).isEqualTo(44_100);
            assertThat(hardware.outputs()).hasValue(2);
            assertThat(events.of(ServerEvent.HardwareDiffers.class)).isEmpty();
        }
    }

    /** Fault 24. */
    @Test
    public void aJackThatReturnsWithAnotherRateAndOtherPortsIsConnectedAnew() throws Exception {
        try (EventLog events = EventLog.of(context, "changing");
                TestJack jack = new TestJack(context, "changing")) {
            ManagedProcess jackd = jack.start(48_000, 2, 2);
            Map<String, ?> settings = jack.settings(Map.of("awaitAudio", true));
            try (TestServer configured = TestServer.configure(context, "changing", settings)) {
                Server server = Services.of(context, Client.class, configured.name()).server();
                assertThat(events.await(ServerEvent.Running.class).sampleRate()).isEqualTo(48_000);

                jackd.end(Duration.ZERO).await(LIMIT);
                assertThat(events.await(ServerEvent.Gone.class).reason())
                        .isEqualTo(ShutdownReason.AUDIO_LOST);
                jack.start(44_100, 1, 4);

                assertThat(events.await(ServerEvent.Running.class).sampleRate()).isEqualTo(44_100);
                ServerHardware hardware =
                        events.await(ServerEvent.HardwareDiffers.class).hardware();
                assertThat(hardware.inputs()).as("one of two").hasValue(1);
                assertThat(hardware.outputs()).as("as many as asked").hasValue(2);
                assertThat(server.status().await().nominalSampleRate()).isEqualTo(44_100);
            }
        }
    }

    /** Fault 23. */
    @Test
    public void aJackThatComesLateIsWaitedFor() throws Exception {
        try (EventLog events = EventLog.of(context, "early");
                TestJack jack = new TestJack(context, "early")) {
            Map<String, ?> settings = jack.settings(Map.of("awaitAudio", true));
            try (TestServer configured = TestServer.configure(context, "early", settings)) {
                Server server = Services.of(context, Server.class, configured.name());
                Poll.until("it waits", () -> waits(events));
                assertThat(server.state()).isEqualTo(ServerState.BOOTING);

                server.quit().await(LIMIT);
                assertThat(server.state()).isEqualTo(ServerState.OFFLINE);
                Reply<Client> boot = server.boot();
                Reply<Client> another = server.boot();
                jack.start(48_000, 2, 2);

                assertThat(boot.await(LIMIT).id()).isEqualTo(another.await(LIMIT).id());
                assertThat(server.state()).isEqualTo(ServerState.RUNNING);
                assertThat(events.of(ServerEvent.BootFailed.class)).isEmpty();
            }
        }
    }

    private static boolean waits(EventLog events) {
        return events.of(ServerEvent.Progress.class).stream()
                .anyMatch(progress -> progress.step().startsWith("waits for the audio system"));
    }

    private TestServer poor(TestJack jack) throws Exception {
        jack.start(48_000, 2, 2);
        Map<String, Object> settings =
                Map.of(
                        "awaitAudio", true,
                        "sampleRate", 96_000,
                        "numInputBusChannels", 4,
                        "numOutputBusChannels", 8);
        return TestServer.configure(context, "poor", jack.settings(settings));
    }
}
