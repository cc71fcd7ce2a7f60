package org.scaena.process.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.scaena.process.ManagedProcess;

/** Many lives of one process leave nothing behind. */
@Isolated("counts what the whole JVM has open")
class RestartTest {

    @TempDir private Path directory;

    @Test
    void restartsLeakNeitherDescriptorsNorThreads() throws IOException {
        LocalProcessManager manager = new LocalProcessManager();
        restart(manager);
        long descriptors = descriptors();
        for (int i = 0; i < 50; i++) {
            restart(manager);
        }

        assertThat(manager.processes()).isEmpty();
        Eventually.until("as many descriptors as before", () -> descriptors() <= descriptors);
        Eventually.until("no tail thread", () -> threads("scaena-tail-double") == 0);
        manager.deactivate();
        Eventually.until("no thread of the manager", () -> threads("scaena-process-starter") == 0);
    }

    private void restart(LocalProcessManager manager) {
        ManagedProcess process = manager.start(Doubles.script(directory, "exec sleep 100"));
        process.end(Duration.ofSeconds(20)).await(Eventually.LIMIT);
    }

    private static long descriptors() {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static long threads(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name))
                .count();
    }
}
