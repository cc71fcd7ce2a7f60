package org.scaena.itests.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person at the console of a host. */
class TerminalIT {

    private static final String TAB = "\t";
    private static final String ENTER = "\r";
    private static final String CTRL_D = "\u0004";

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
    void wordsAreCompletedAndTheEndOfTheInputEndsTheHost()
            throws IOException, InterruptedException {
        try (Command run = home.onTerminal("run --no-install")) {
            run.awaitLine("ready");

            run.type("sc:serv" + TAB + ENTER).awaitLine("last end");
            run.type(CTRL_D);

            assertThat(run.exitCode()).isZero();
        }
    }
}
