package org.scaena.itests.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was sent to a server is saved and played from the console. */
class BlackBoxCommandsIT {

    private static final int SCRIPT_FAILED = 9;

    @TempDir private Path folder;
    private Home home;

    @BeforeEach
    void unpack() throws IOException {
        home = new Home(folder);
        int port = Home.freePort();
        home.configureServer(
                "name=\"default\"",
                "port=I\"" + port + "\"",
                "audio=\"DUMMY\"",
                "jackServer=\"scaena-command-" + port + "\"");
    }

    @AfterEach
    void nothingRuns() {
        home.assertNothingRuns();
    }

    @Test
    void aFileIsSavedPlayedAndOneThatIsNotThereIsTold() throws IOException, InterruptedException {
        Path script =
                Files.writeString(
                        home.at("replay.gogo"),
                        """
                        sc:blackbox
                        sc:synth s2 amp 0
                        file = (sc:blackbox save)
                        sc:replay -f $file
                        sc:replay --until 3 $file
                        sc:blackbox
                        sc:plugins
                        sc:replay none.osc
                        """);
        try (Command run = home.command("run", "--no-install", "--script", script.toString())) {
            assertThat(run.exitCode()).as("%s", run.err()).isEqualTo(SCRIPT_FAILED);
            assertThat(run.out())
                    .anyMatch(line -> line.contains("nothing was saved yet"))
                    .anyMatch(line -> line.contains("scsynth started for the replay"))
                    .anyMatch(line -> line.matches(".* s  .*/s_new s2 .*"))
                    .anyMatch(line -> line.contains("the server has outlived them"))
                    .anyMatch(line -> line.matches(".*3 of \\d+ packets were played.*"))
                    .anyMatch(line -> line.matches(".*default-\\d{8}-\\d{6}-\\d{3}\\.osc +\\d+"))
                    .anyMatch(line -> line.matches(".*bundle +calls +failed +over 2 s.*"));
            assertThat(run.err()).anyMatch(line -> line.contains("there is no file none.osc"));
        }
    }
}
