package org.scaena.itests.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host from run to its end, without a server. */
class LifeIT {

    @TempDir private Path folder;
    private Home home;

    @BeforeEach
    void unpack() throws IOException {
        home = new Home(folder);
        home.configureNoServer();
    }

    @AfterEach
    void nothingRuns() {
        home.assertNothingRuns();
    }

    @Test
    void endsInOrderAtSigtermWithCodeZero() throws IOException, InterruptedException {
        try (Command run = home.command("run")) {
            run.awaitLine("ready").terminate();

            assertThat(run.exitCode()).isZero();
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).filteredOn(line -> line.contains("ready")).hasSize(1);
            assertThat(run.out().get(run.out().size() - 1))
                    .matches(
                            "scaena: ready: no server boots at the start,"
                                    + " \\d+\\.\\d\\d s after the start");
            assertThat(home.at("state/host.status")).doesNotExist();
        }
    }

    @Test
    void endsInOrderAtCtrlC() throws IOException, InterruptedException {
        try (Command run = home.command("run")) {
            run.awaitLine("ready");
            new ProcessBuilder("kill", "-INT", Long.toString(run.pid())).start().waitFor();

            assertThat(run.exitCode()).isZero();
            assertThat(run.err()).isEmpty();
        }
    }

    @Test
    void endsInOrderBeforeItIsReady() throws IOException, InterruptedException {
        try (Command run = home.command("run")) {
            run.awaitLine("starting").terminate();

            assertThat(run.exitCode()).isZero();
        }
    }

    @Test
    void tellsItsStatusRefusesASecondAndStops() throws IOException, InterruptedException {
        try (Command run = home.command("run")) {
            run.awaitLine("ready");
            Command status = home.command("status");
            assertThat(status.exitCode()).isZero();
            assertThat(status.out().get(0))
                    .startsWith("scaena: host " + System.getProperty("scaena.version"))
                    .contains(" is RUNNING, pid ");

            Command second = home.command("run");
            assertThat(second.exitCode()).isEqualTo(7);
            assertThat(second.err()).hasSize(1);
            assertThat(second.err().get(0))
                    .matches("scaena: runs already \\(pid \\d+\\); end it with: scaena stop");

            Command stop = home.command("stop");
            assertThat(stop.exitCode()).isZero();
            assertThat(stop.out()).last().isEqualTo("scaena: stopped");
            assertThat(run.exitCode()).isZero();
        }
    }

    @Test
    void aStatusFileOfAHostThatDiedIsNotBelieved() throws IOException, InterruptedException {
        long pid = ProcessHandle.current().pid();
        Files.writeString(home.at("state/host.status"), "pid=" + pid + "\nstartTicks=1\n");

        assertThat(home.command("status").exitCode()).isEqualTo(8);
        assertThat(home.command("stop").exitCode()).isZero();
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }
}
