package org.scaena.process.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scaena.process.ExitCause;
import org.scaena.process.ManagedProcess;
import org.scaena.process.ProcessIdentity;
import org.scaena.process.ProcessSpec;

/** Another JVM starts a process and halts without a goodbye. */
class HostDiesTest {

    private static final String SCRIPT = "echo up; exec sleep 100";

    @TempDir private Path directory;

    /** The other JVM: directory, script, then whether the process survives. */
    static final class Host {
        private Host() {}

        public static void main(String[] arguments) throws IOException {
            Path directory = Path.of(arguments[0]);
            boolean survives = Boolean.parseBoolean(arguments[2]);
            ManagedProcess process =
                    new LocalProcessManager()
                            .start(Doubles.script(directory, arguments[1], survives));
            Eventually.until("a line", () -> !process.lastLines(1).isEmpty());
            ProcessIdentity identity = process.identity();
            String line =
                    "%d %s %s\n".formatted(identity.pid(), identity.startTime(), identity.token());
            System.err.write(("identity " + line).getBytes(StandardCharsets.US_ASCII));
            System.err.flush();
            Runtime.getRuntime().halt(9);
        }
    }

    private ProcessIdentity startInAHostThatHalts(boolean survives) throws Exception {
        return startInAHostThatHalts(Doubles.script(directory, SCRIPT, survives));
    }

    /** Returns when the host is gone and the double has printed something. */
    static ProcessIdentity startInAHostThatHalts(ProcessSpec spec) throws Exception {
        Process host =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Host.class.getName(),
                                spec.directory().toString(),
                                spec.arguments().get(1),
                                Boolean.toString(spec.survivesHost()))
                        .redirectErrorStream(true)
                        .start();
        try (BufferedReader output =
                new BufferedReader(
                        new InputStreamReader(host.getInputStream(), StandardCharsets.UTF_8))) {
            String identity =
                    output.lines()
                            .filter(line -> line.startsWith("identity "))
                            .findFirst()
                            .orElseThrow();
            assertThat(host.waitFor()).isEqualTo(9);
            String[] words = identity.split(" ");
            return new ProcessIdentity(Long.parseLong(words[1]), Instant.parse(words[2]), words[3]);
        }
    }

    @Test
    void aProcessThatMaySurviveIsTakenOver() throws Exception {
        ProcessIdentity identity = startInAHostThatHalts(true);
        LocalProcessManager manager = new LocalProcessManager();
        try {
            ManagedProcess process =
                    manager.adopt(identity, Doubles.script(directory, SCRIPT)).orElseThrow();

            assertThat(process.lastLines(1)).containsExactly("up");
            assertThat(process.end(Duration.ofSeconds(20)).await(Eventually.LIMIT).cause())
                    .isEqualTo(ExitCause.ASKED);
        } finally {
            manager.deactivate();
        }
    }

    @Test
    void anotherIsGoneWithTheHost() throws Exception {
        ProcessIdentity identity = startInAHostThatHalts(false);

        Eventually.until("the process is gone", () -> ProcFs.startTicks(identity.pid()).isEmpty());
    }
}
