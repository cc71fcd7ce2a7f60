package org.scaena.host.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scaena.server.ServerEvent;
import org.scaena.server.ServerState;
import org.scaena.server.ShutdownReason;

class HostTest implements Surroundings {

    @TempDir private Path state;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ServerEvent running = new ServerEvent.Running(0, 8, 48_000, Duration.ZERO);
    private int facesStarted;
    private Host host;

    @BeforeEach
    void begin() {
        Voice voice = new Voice(print(out), print(err));
        ProcessStart start = new ProcessStart(Instant.EPOCH, Optional.of("4711"));
        host =
                new Host(
                        new Startup(List.of(new ConfiguredServer("f", "default", 57110, true))),
                        voice,
                        new StatusFile(state.resolve("host.status"), start, "1.0"),
                        new Exit(voice, state),
                        this);
        host.begin();
    }

    @Test
    void tellsTheStepsThenOnceThatItIsReady() {
        host.appeared(server(ServerState.OFFLINE));
        host.event(server(ServerState.BOOTING), new ServerEvent.Progress("audio: JACK, dummy"));
        host.event(server(ServerState.BOOTING), new ServerEvent.Progress("starting scsynth"));
        host.event(server(ServerState.RUNNING), running);

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "scaena: default: audio: JACK, dummy",
                        "scaena: default: starting scsynth",
                        "scaena: ready: server default on 127.0.0.1:57110 (JACK, dummy, 48000 Hz),"
                                + " 1.42 s after the start");
        assertThat(err.size()).isZero();
        assertThat(facesStarted).isEqualTo(1);
    }

    @Test
    void saysLaterThatAServerIsGoneAndThatItRunsAgain() {
        host.event(server(ServerState.RUNNING), running);
        out.reset();

        host.event(
                server(ServerState.RECOVERING),
                new ServerEvent.Gone(ShutdownReason.PROCESS_DIED, "ended by signal 9"));
        host.event(server(ServerState.RUNNING), running);
        host.event(server(ServerState.OFFLINE), new ServerEvent.Gone(ShutdownReason.ASKED, "quit"));

        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("scaena: server default is gone: ended by signal 9");
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("scaena: server default runs on 127.0.0.1:57110 (48000 Hz)");
    }

    @Test
    void writesWhatTheCommandReads() throws IOException {
        host.event(server(ServerState.RUNNING), running);

        assertThat(Files.readAllLines(state.resolve("host.status")))
                .containsExactly(
                        "pid=" + ProcessHandle.current().pid(),
                        "startTime=1970-01-01T00:00:00Z",
                        "startTicks=4711",
                        "version=1.0",
                        "state=RUNNING",
                        "server.default=RUNNING on 127.0.0.1:57110, pid 42");
        host.disappeared(server(ServerState.OFFLINE));
        host.end();
        assertThat(Files.readString(state.resolve("host.status")))
                .contains("state=STOPPING")
                .doesNotContain("server.default");
    }

    @Test
    void saysThatALongStepGoesOn() {
        host.appeared(server(ServerState.OFFLINE));
        host.event(server(ServerState.BOOTING), new ServerEvent.Progress("starting scsynth"));
        out.reset();

        host.tick();
        assertThat(out.size()).isZero();
        host.tick();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("scaena: default: starting scsynth … (1 s)");
    }

    @Test
    void aServerThatNeverAppearsIsNoFaultWhileTheBundlesAreStillStarting() {
        for (int tick = 0; tick <= 2 * Host.PATIENCE_TICKS; tick++) {
            host.tick();
        }

        assertThat(err.size()).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("starting the bundles …");
    }

    @Override
    public Duration age() {
        return Duration.ofMillis(1420);
    }

    @Override
    public boolean settled() {
        return false;
    }

    @Override
    public String idleBundles() {
        return "";
    }

    @Override
    public void startFaces() {
        facesStarted++;
    }

    private static ServerView server(ServerState state) {
        return new ServerView("default", state, "127.0.0.1:57110", Optional.of(42L), false);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
