package org.scaena.itests.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scaena.itests.stayer.Stayer;

/** A host with a real scsynth, on a port and a JACK server of its own. */
class ServerIT {

    @TempDir private Path folder;
    private Home home;
    private int port;

    @BeforeEach
    void unpack() throws IOException {
        home = new Home(folder);
        port = Home.freePort();
    }

    @AfterEach
    void nothingRuns() {
        home.assertNothingRuns();
    }

    @Test
    void bootsTellsOnceThatItIsReadyAndTakesAllAlongWhenItEnds()
            throws IOException, InterruptedException {
        configure();
        try (Command run = home.command("run")) {
            run.awaitLine("ready");
            Command status = home.command("status");
            assertThat(status.exitCode()).isZero();
            assertThat(status.out())
                    .anyMatch(
                            line ->
                                    line.startsWith(
                                            "scaena: server default is RUNNING on 127.0.0.1:"
                                                    + port));
            assertThat(home.processes())
                    .extracting(process -> process.info().command().orElse(""))
                    .anyMatch(command -> command.endsWith("/scsynth"))
                    .anyMatch(command -> command.endsWith("/jackd"));

            assertThat(run.terminate().exitCode()).isZero();
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).filteredOn(line -> line.contains("ready")).hasSize(1);
            assertThat(run.out())
                    .anyMatch(
                            line ->
                                    line.matches(
                                            "scaena: ready: server default on 127\\.0\\.0\\.1:"
                                                    + port
                                                    + " \\(.*48000 Hz.*\\),"
                                                    + " \\d+\\.\\d\\d s after the start"));
        }
        assertThat(Files.readAllLines(home.at("logs/scaena.log")))
                .filteredOn(line -> line.matches(".* ready: .*, \\d+\\.\\d\\d s after the start"))
                .hasSize(1);
    }

    /** Fault 56: the end comes in time all the same, and takes all along. */
    @Test
    void aPluginThatNeverStopsIsNamed() throws IOException, InterruptedException {
        configure();
        Stayer.into(folder);
        try (Command run = home.command("run")) {
            run.awaitLine("ready");

            assertThat(run.terminate().exitCode()).isEqualTo(1);
            assertThat(run.err())
                    .anyMatch(
                            line ->
                                    line.contains(
                                            "was halted, in " + Stayer.class.getName() + ".stop"));
        }
    }

    @Test
    void aMistakeInTheSettingsOfARunningHostIsToldAndChangesNothing()
            throws IOException, InterruptedException {
        configure();
        try (Command run = home.command("run")) {
            run.awaitLine("ready");
            String before = statusOfServer();

            configure("numBufers=I\"2048\"");
            run.awaitLine("did you mean 'numBuffers'?");

            assertThat(statusOfServer()).isEqualTo(before);
            configure("numBuffers=I\"2048\"");
            run.awaitLine("conf/org.scaena.server-default.config is in force")
                    .awaitLine("server default runs on");
            assertThat(statusOfServer()).isNotEqualTo(before);

            assertThat(run.terminate().exitCode()).isZero();
            assertThat(run.err())
                    .containsExactly(
                            "scaena: conf/org.scaena.server-default.config:5: there is no setting"
                                + " 'numBufers'; did you mean 'numBuffers'?; the settings before"
                                + " hold until this is mended");
        }
    }

    @Test
    void aPortThatIsTaken() throws IOException, InterruptedException {
        configure();
        try (DatagramSocket other = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
            assertRefused(5, "UDP port " + other.getLocalPort() + " of server 'default' is taken");
        }
    }

    @Test
    void aScsynthThatIsNotWhereTheConfigurationSays() throws IOException, InterruptedException {
        configure("program=\"/nowhere/scsynth\"");

        assertRefused(3, "/nowhere/scsynth, which does not exist");
    }

    @Test
    void aJackServerThatDoesNotRun() throws IOException, InterruptedException {
        home.configureServer(
                "port=I\"" + port + "\"", "audio=\"JACK\"", "jackServer=\"scaena-nowhere\"");

        assertRefused(5, "scaena-nowhere");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    numBufers=I"1024" | there is no setting 'numBufers'; did you mean 'numBuffers'?
                    numBuffers=I"0"   | numBuffers must be 1…1048576, not '0'
                    audio="DUMY"      | did you mean 'DUMMY'?
                    autoBoot="maybe"  | autoBoot must be true or false, not 'maybe'
                    numAudioBusChannels=I"1" | numAudioBusChannels must be at least 4
                    """)
    void aWrongSetting(String line, String words) throws IOException, InterruptedException {
        home.configureServer("port=I\"" + port + "\"", line);

        assertRefused(4, "conf/org.scaena.server-default.config:2: ", words);
    }

    /** Its state and process. */
    private String statusOfServer() throws IOException, InterruptedException {
        Command status = home.command("status");
        assertThat(status.exitCode()).isZero();
        return status.out().get(1);
    }

    private void configure(String... lines) throws IOException {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "name=\"default\"",
                                "port=I\"" + port + "\"",
                                "audio=\"DUMMY\"",
                                "jackServer=\"scaena-command-" + port + "\""));
        all.addAll(List.of(lines));
        home.configureServer(all.toArray(String[]::new));
    }

    private void assertRefused(int code, String... words) throws IOException, InterruptedException {
        try (Command run = home.command("run", "--no-install")) {
            assertThat(run.exitCode()).as("%s, %s", run.out(), run.err()).isEqualTo(code);
            assertThat(run.err()).hasSize(1);
            assertThat(run.err().get(0)).startsWith("scaena: ").contains(words);
            assertThat(run.out()).noneMatch(line -> line.contains("ready"));
        }
    }
}
