package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scaena.node.Controls.set;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.scaena.buffer.BufferSource;
import org.scaena.itests.continuity.Poll;
import org.scaena.node.Synth;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscTimeTag;
import org.scaena.server.Client;
import org.scaena.server.Server;
import org.scaena.server.ServerEvent;
import org.scaena.server.ServerOverload;

/** Faults 17 and 19: too much memory, too much to compute. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class OverloadIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int SYNTHS = 3_000;

    @Inject private BundleContext context;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    /** Fault 19. */
    @Test
    public void tooMuchToComputeIsCountedAndNoReasonToRestart() throws Exception {
        Map<String, Object> settings = Map.of("maxNodes", 4_096, "memSize", 131_072);
        AtomicBoolean hogging = new AtomicBoolean(true);
        try (EventLog events = EventLog.of(context, "busy");
                TestServer configured = TestServer.configure(context, "busy", settings)) {
            Client client = Services.of(context, Client.class, configured.name());
            Server server = client.server();
            long pid = server.pid().orElseThrow();
            hog(hogging);

            List<Synth> synths = new ArrayList<>();
            while (synths.size() < SYNTHS && !isFull(server.overload())) {
                synths.add(client.synth("s2", set("amp", 0)));
                server.status().await(LIMIT); // so that the load grows for some seconds
            }
            OscTimeTag past = OscTimeTag.of(Instant.now().minusSeconds(5));
            server.send(new OscBundle(past, List.of(OscMessage.of("/clearSched"))));

            Poll.untilEqual("late, overloaded, with gaps", () -> counted(server.overload()));
            hogging.set(false);
            synths.forEach(Synth::free);
            server.sync().await(LIMIT);
            assertThat(server.pid()).contains(pid);
            assertThat(events.of(ServerEvent.Gone.class)).isEmpty();
        } finally {
            hogging.set(false);
        }
    }

    private static boolean isFull(ServerOverload overload) {
        return overload.overloadedSeconds() > 0 && overload.xruns().orElse(0) > 0;
    }

    private static String counted(ServerOverload overload) {
        return String.join(
                ", ",
                overload.lateBundles().orElse(0) > 0 ? "late" : "in time",
                overload.overloadedSeconds() > 0 ? "overloaded" : "not overloaded",
                overload.xruns().orElse(0) > 0 ? "with gaps" : "without gaps");
    }

    private static void hog(AtomicBoolean hogging) {
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            Thread hog =
                    new Thread(
                            () -> {
                                while (hogging.get()) {
                                    Thread.onSpinWait();
                                }
                            },
                            "hog");
            hog.setDaemon(true);
            hog.start();
        }
    }

    /** Fault 17; that a crossing is told once is proved where it is watched. */
    @Test
    public void tooMuchMemoryIsToldAndAKillForItIsRecoveredFrom() throws Exception {
        Map<String, Object> settings = Map.of("memoryLimit", 200);
        try (EventLog events = EventLog.of(context, "heavy");
                TestServer configured = TestServer.configure(context, "heavy", settings)) {
            Client client = Services.of(context, Client.class, configured.name());
            Server server = client.server();
            long pid = server.pid().orElseThrow();
            client.buffer(BufferSource.alloc(48 << 20)).ready().await(LIMIT);

            ServerEvent.MemoryGrew grew = events.await(ServerEvent.MemoryGrew.class);
            assertThat(grew.limitBytes()).isEqualTo(200L << 20);
            assertThat(grew.residentBytes()).isGreaterThan(grew.limitBytes());
            assertThat(server.pid()).contains(pid);

            String[] kill = {"kill", "-KILL", Long.toString(pid)};
            assertThat(new ProcessBuilder(kill).start().waitFor()).isZero();
            assertThat(events.await(ServerEvent.Gone.class).message())
                    .contains("was killed by signal 9");
            events.await(ServerEvent.Running.class);
        }
    }
}
