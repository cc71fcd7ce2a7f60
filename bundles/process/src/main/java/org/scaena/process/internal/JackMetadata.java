package org.scaena.process.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JACK's metadata store, a small database in shared memory that all JACK clients of a user open.
 *
 * <p>A client that is killed at the wrong moment leaves it locked, and from then on every JACK
 * program waits for ever, jackd and scsynth too. JACK makes it anew when it is missing.
 */
final class JackMetadata {

    private static final Logger LOG = LoggerFactory.getLogger(JackMetadata.class);
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");

    private JackMetadata() {}

    /** Removes the store of this user if no living process has it open. */
    static void dropIfAbandoned() {
        try {
            Path store = SHARED_MEMORY.resolve("jack_db-" + ProcFs.userId());
            if (Files.isDirectory(store) && !isOpen(store)) {
                LOG.debug("removing {}, which no living process uses", store);
                delete(store);
            }
        } catch (IOException | UncheckedIOException elsewhere) {
            LOG.debug("JACK's metadata store is left alone", elsewhere);
        }
    }

    /** The youngest processes first: a server that plays is found soon, where there are many. */
    private static boolean isOpen(Path store) {
        return ProcFs.pids().stream()
                .sorted(Comparator.reverseOrder())
                .anyMatch(pid -> ProcFs.maps(pid).contains(store.toString()));
    }

    private static void delete(Path store) throws IOException {
        List<Path> files;
        try (Stream<Path> inside = Files.list(store)) {
            files = inside.toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(store);
    }
}
