package org.scaena.itests.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command says without a host. */
class WordsIT {

    @TempDir private Path folder;
    private Home home;

    @BeforeEach
    void unpack() {
        home = new Home(folder);
    }

    @Test
    void helpNamesEveryCommandAndExitCode() throws IOException, InterruptedException {
        Command help = home.command("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(String.join("\n", help.out()))
                .contains(
                        "scaena run", "scaena test", "scaena bench", "scaena status", "scaena stop")
                .contains("3 program missing", "4 wrong configuration", folder.toString());
    }

    @Test
    void versionIsTheOneThatWasBuilt() throws IOException, InterruptedException {
        Command version = home.command("--version");

        assertThat(version.exitCode()).isZero();
        assertThat(version.out()).containsExactly("scaena " + System.getProperty("scaena.version"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    rnu              | there is no command 'rnu'; did you mean 'run'?
                    --hlep           | there is no command '--hlep'; did you mean '--help'?
                    dance            | there is no command 'dance'; there are: run test bench status stop --help --version
                    run --noinstall  | there is no option '--noinstall'; did you mean '--no-install'?
                    status now       | 'status' takes no argument like 'now'; see scaena --help
                    test             | 'test' works in a source tree only; this is an unpacked archive
                    bench host       | 'bench' works in a source tree only; this is an unpacked archive
                    """)
    void wrongWordsAreUsageErrors(String words, String sentence)
            throws IOException, InterruptedException {
        Command command = home.command(words.split(" "));

        assertThat(command.exitCode()).isEqualTo(2);
        assertThat(command.err()).containsExactly("scaena: " + sentence);
        assertThat(command.out()).isEmpty();
    }

    @Test
    void nothingRunsAndThereIsNothingToStop() throws IOException, InterruptedException {
        Command status = home.command("status");
        assertThat(status.exitCode()).isEqualTo(8);
        assertThat(status.out()).containsExactly("scaena: no host runs in " + folder);

        Command stop = home.command("stop");
        assertThat(stop.exitCode()).isZero();
        assertThat(stop.out())
                .containsExactly("scaena: no host runs in " + folder + "; nothing to stop");
    }
}
