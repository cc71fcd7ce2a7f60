package org.scaena.itests.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scaena.itests.leaker.Leaker;
import org.scaena.itests.singer.Singer;

/** The host ends and its server plays on, until the next host takes it over or somebody ends it. */
class PlaysOnIT {

    private static final Duration UNCLAIMED = Duration.ofSeconds(4);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Path DRONE =
            Path.of(System.getProperty("scaena.home")).resolveSibling("plugins/drone.jar");

    @TempDir private Path folder;
    private Home home;
    private RawScsynth scsynth;

    @BeforeEach
    void unpack() throws IOException {
        home = new Home(folder);
        int port = Home.freePort();
        scsynth = new RawScsynth(port);
        home.configureServer(
                "name=\"default\"",
                "port=I\"" + port + "\"",
                "audio=\"DUMMY\"",
                "jackServer=\"scaena-plays-on-" + port + "\"",
                "startupSound=B\"false\"");
        Files.copy(DRONE, home.at("deploy/drone.jar"));
    }

    @AfterEach
    void nothingRuns() {
        try {
            home.assertNothingRuns();
        } finally {
            home.processes().forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** What goes on while there is no host. */
    private record Playing(long pid, byte[] tree) {}

    private Playing awaitPlaying(Command run) throws IOException, InterruptedException {
        run.awaitLine("ready");
        return new Playing(scsynthPid(), scsynth.awaitTree("s2"));
    }

    /** Fault 67. */
    @Test
    void aKilledHostLeavesItsServerToTheNext() throws IOException, InterruptedException {
        Playing playing;
        try (Command run = home.command("run")) {
            playing = awaitPlaying(run);
            awaitLedger("\"key\": \"drone\"");
            ProcessHandle.of(home.hostPid()).orElseThrow().destroyForcibly();

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out())
                    .last()
                    .asString()
                    .contains("server default plays on", "pid " + playing.pid());
        }
        Command status = home.command("status");
        assertThat(status.exitCode()).isEqualTo(8);
        assertThat(status.out())
                .anyMatch(
                        line ->
                                line.contains(
                                                "server default plays on without a host, pid "
                                                        + playing.pid())
                                        && line.contains("end it with: scaena stop"));

        assertTakenOver(playing);
    }

    /** Its client id and its note are its own again. */
    @Test
    void aKilledHostLeavesPluggedInClientsTheirLogins() throws IOException, InterruptedException {
        Singer.into(folder);
        Playing playing;
        try (Command run = home.command("run")) {
            awaitPlaying(run);
            awaitLedger("\"key\": \"drone\"");
            awaitLedger("\"key\": \"" + Singer.KEY + "\"");
            playing = new Playing(scsynthPid(), scsynth.tree());
            ProcessHandle.of(home.hostPid()).orElseThrow().destroyForcibly();
            run.exitCode();
        }
        assertTakenOver(playing);
    }

    /** Fault 68. */
    @Test
    void aHostWithoutMemoryNamesTheCauseAndLeavesItsServerToTheNext()
            throws IOException, InterruptedException {
        Leaker.into(folder);
        home.setJavaOptions("-Xmx64m");
        Playing playing;
        try (Command run = home.command("run")) {
            playing = awaitPlaying(run);
            awaitLedger("\"key\": \"drone\"");

            Leaker.ask(folder);

            assertThat(run.exitCode()).as("%s", run.out()).isEqualTo(10);
            assertThat(run.err()).last().asString().contains("used up its heap", "-Xmx");
            assertThat(run.out()).last().asString().contains("plays on", "pid " + playing.pid());
        }
        assertThat(Files.readAllLines(home.at("logs/scaena.log")))
                .last()
                .asString()
                .contains("ERROR", "used up its heap");
        home.delete("leak");
        assertTakenOver(playing);
    }

    /** Its module is gone, so that it cannot end its server; the command does. */
    @Test
    void aServerWhoseModuleWasStoppedEndsWithTheHost() throws IOException, InterruptedException {
        try (Command run = home.onTerminal("run --no-install")) {
            run.awaitLine("ready");
            scsynth.awaitTree("s2");
            run.type("stop org.scaena.server; echo stopp''ed\r").awaitLine("stopped");

            Command stop = home.command("stop");

            assertThat(stop.exitCode()).isZero();
            assertThat(stop.out())
                    .anyMatch(line -> line.startsWith("scaena: server default (pid "));
            assertThat(run.exitCode()).isZero();
        }
    }

    @Test
    void aHostThatIsStoppedMayLeaveItsServerToTheNext() throws IOException, InterruptedException {
        Playing playing;
        try (Command run = home.command("run")) {
            playing = awaitPlaying(run);
            Command stop = home.command("stop", "--keep-playing");

            assertThat(stop.exitCode()).as("%s", stop.err()).isZero();
            assertThat(stop.out()).last().asString().contains("plays on", "pid " + playing.pid());
            assertThat(run.exitCode()).isZero();
            assertThat(run.err()).isEmpty();
        }
        assertTakenOver(playing);
        assertThat(Files.readAllLines(home.at("logs/scaena.log")))
                .filteredOn(line -> line.contains("ERROR"))
                .isEmpty();
    }

    @Test
    void whatWasLeftPlayingIsEndedByStop() throws IOException, InterruptedException {
        try (Command run = home.command("run")) {
            run.awaitLine("ready");
            home.command("stop", "--keep-playing").exitCode();
            run.exitCode();
        }
        assertThat(home.processes()).isNotEmpty();

        Command stop = home.command("stop");

        assertThat(stop.exitCode()).isZero();
        assertThat(stop.out())
                .anyMatch(line -> line.startsWith("scaena: server default (pid "))
                .anyMatch(line -> line.startsWith("scaena: jackd (pid "));
        Command again = home.command("stop");
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).noneMatch(line -> line.contains("has ended"));
    }

    /** A host that may not leave anything says so. */
    @Test
    void aServerThatDoesNotSurviveTheHostEndsWithIt() throws IOException, InterruptedException {
        Path file = home.at("conf/org.scaena.server-default.config");
        List<String> lines = Files.readAllLines(file);
        home.configureServer(String.join("\n", lines), "survivesHost=B\"false\"");
        try (Command run = home.command("run")) {
            run.awaitLine("ready");
            Command stop = home.command("stop", "--keep-playing");

            assertThat(stop.exitCode()).isZero();
            assertThat(stop.out()).last().asString().contains("no server plays on", "survivesHost");
            assertThat(run.exitCode()).isZero();
        }
    }

    /** Same process, same nodes with the same ids; what prepares a server did not run again. */
    private void assertTakenOver(Playing before) throws IOException, InterruptedException {
        assertThat(scsynth.tree()).isEqualTo(before.tree());
        try (Command run = home.command("run")) {
            run.awaitLine("process " + before.pid() + " plays on: taking it over")
                    .awaitLine("ready");
            assertThat(scsynthPid()).isEqualTo(before.pid());
            assertPlaysOnUnchanged(before.tree());
            assertThat(run.terminate().exitCode()).isZero();
            assertThat(run.err()).isEmpty();
        }
        assertThat(Files.readAllLines(home.at("logs/scaena.log")))
                .filteredOn(line -> line.contains("'default': logged in as client 1"))
                .hasSize(2);
    }

    /** For longer than anything may be without an owner. */
    private void assertPlaysOnUnchanged(byte[] tree) throws IOException {
        long end = System.nanoTime() + UNCLAIMED.toNanos();
        while (System.nanoTime() < end) {
            assertThat(scsynth.tree()).isEqualTo(tree);
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** It is written a tenth of a second after what it tells of. */
    private void awaitLedger(String words) throws IOException {
        long end = System.nanoTime() + UNCLAIMED.multipliedBy(5).toNanos();
        Path ledger = home.at("state/ledger-default.json");
        while (!Files.exists(ledger) || !Files.readString(ledger).contains(words)) {
            assertThat(System.nanoTime()).as("%s in the ledger", words).isLessThan(end);
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private long scsynthPid() {
        return home.processes().stream()
                .filter(process -> process.info().command().orElse("").endsWith("/scsynth"))
                .mapToLong(ProcessHandle::pid)
                .findFirst()
                .orElseThrow();
    }
}
