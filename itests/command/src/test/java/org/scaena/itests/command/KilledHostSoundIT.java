package org.scaena.itests.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scaena.itests.continuity.Poll;
import org.scaena.itests.continuity.Recording;
import org.scaena.itests.player.Player;

/**
 * A host is killed while a plugin's piece plays, and another takes over: not one sample of what the
 * server plays differs from the piece in a host that is left alone.
 */
class KilledHostSoundIT {

    private static final Path CONTINUITY =
            Path.of(System.getProperty("scaena.home")).resolveSibling("plugins/continuity.jar");

    /** A second of one channel of floats. */
    private static final long SECOND_BYTES = 48_000L * Float.BYTES;

    @TempDir private Path folder;
    private Home home;
    private int port;

    @BeforeEach
    void unpack() throws IOException {
        home = new Home(folder);
        port = Home.freePort();
        home.configureServer(
                "name=\"default\"",
                "port=I\"" + port + "\"",
                "audio=\"DUMMY\"",
                "jackServer=\"scaena-killed-host-" + port + "\"",
                "graceMs=I\"3600000\"",
                "startupSound=B\"false\"");
        Player.into(folder, CONTINUITY);
    }

    @AfterEach
    void nothingRuns() {
        home.processes().forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void notOneSampleDiffers() throws IOException, InterruptedException {
        Recording disturbed;
        try (Command run = home.command("run")) {
            run.awaitLine("ready");
            awaitRecorded(2 * SECOND_BYTES);
            ProcessHandle.of(home.hostPid()).orElseThrow().destroyForcibly();
            assertThat(run.exitCode()).isEqualTo(1);
        }
        try (Command run = home.command("run")) {
            run.awaitLine("taking it over").awaitLine("ready");
            awaitRecorded(recorded() + 3 * SECOND_BYTES);
            disturbed = finish();
            assertThat(run.terminate().exitCode()).isZero();
        }
        home.delete("piece.playing");
        try (Command run = home.command("run")) {
            run.awaitLine("ready");
            Poll.until("it plays", () -> Player.buffer(folder).isPresent());
            awaitRecorded((disturbed.samples().length + 65_536L) * Float.BYTES);
            Recording undisturbed = finish();
            assertThat(disturbed.common(undisturbed)).isGreaterThan(5 * 48_000);
            assertThat(disturbed.peak()).isGreaterThan(0.1f);
            assertThat(disturbed.differences(undisturbed)).isZero();
            assertThat(run.terminate().exitCode()).isZero();
        }
        home.assertNothingRuns();
    }

    private Recording finish() throws IOException {
        return Recording.finish(
                Player.recording(folder), port, Player.buffer(folder).orElseThrow());
    }

    private long recorded() {
        return Player.recording(folder).toFile().length();
    }

    private void awaitRecorded(long bytes) {
        Poll.until("it is recorded", Duration.ofMinutes(3), () -> recorded() >= bytes);
    }
}
