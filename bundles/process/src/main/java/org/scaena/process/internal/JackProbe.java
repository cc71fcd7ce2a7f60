package org.scaena.process.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.scaena.process.ProcessException;

/** Asks whether a JACK server runs, and never starts one by asking. */
final class JackProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ProgramFinder finder;

    JackProbe(ProgramFinder finder) {
        this.finder = finder;
    }

    /**
     * Whether a JACK server of this name runs.
     *
     * @throws ProcessException if there is one that does not answer
     */
    boolean isRunning(String server) {
        Optional<Path> jackWait = finder.find("jack_wait", List.of(Path.of("/usr/bin")));
        return jackWait.isPresent() ? ask(jackWait.get(), server) : hasSocket(server);
    }

    private static boolean ask(Path jackWait, String server) {
        ProcessBuilder builder =
                new ProcessBuilder(jackWait.toString(), "--check", "--server", server);
        builder.environment().put("JACK_NO_START_SERVER", "1");
        builder.redirectErrorStream(true);
        try {
            Process process = builder.start();
            try {
                if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new ProcessException(
                            "the JACK server %s does not answer: end it, or wait until it goes on"
                                    .formatted(server));
                }
                String said =
                        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return said.lines().anyMatch(line -> line.strip().equals("running"));
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException failure) {
            throw new ProcessException("jack_wait could not be started: reinstall JACK", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProcessException("interrupted while JACK was asked", interrupted);
        }
    }

    /** JACK without its tools: the socket of its server, which is named after the user too. */
    private static boolean hasSocket(String server) {
        try (DirectoryStream<Path> sockets =
                Files.newDirectoryStream(
                        Path.of("/dev/shm"),
                        path ->
                                path.getFileName()
                                        .toString()
                                        .matches("jack_\\Q" + server + "\\E_\\d+_0"))) {
            return sockets.iterator().hasNext();
        } catch (IOException noSharedMemory) {
            return false;
        }
    }
}
