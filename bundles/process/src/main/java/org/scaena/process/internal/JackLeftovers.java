package org.scaena.process.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scaena.process.ProcessSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The socket and the semaphores of a JACK server that was killed, or ended before its clients. Its
 * shared memory itself is taken back by JACK when a namesake is started.
 */
final class JackLeftovers {

    private static final Path SHARED_MEMORY = Path.of("/dev/shm");
    private static final Logger LOG = LoggerFactory.getLogger(JackLeftovers.class);

    private JackLeftovers() {}

    /** Removes what a process left that has ended; nothing if it was no jackd. */
    static void remove(ProcessSpec spec) {
        server(spec)
                .filter(name -> !new JackProbe().isThere(name)) // a namesake that goes on
                .ifPresent(JackLeftovers::remove);
    }

    private static Optional<String> server(ProcessSpec spec) {
        int name = spec.arguments().indexOf("-n") + 1;
        return spec.program().name().equals("jackd") && name > 0 && name < spec.arguments().size()
                ? Optional.of(spec.arguments().get(name))
                : Optional.empty();
    }

    private static void remove(String server) {
        int user = ProcFs.userId();
        try {
            // Another server whose name begins like this one's: its files could not be told apart.
            if (matching("jack_" + server + "_*_" + user + "_0").isEmpty()) {
                for (Path file : matching("jack_sem." + user + "_" + server + "_*")) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(SHARED_MEMORY.resolve("jack_%s_%d_0".formatted(server, user)));
        } catch (IOException failure) {
            LOG.warn("what jackd {} left cannot be removed: {}", server, failure.toString());
        }
    }

    private static List<Path> matching(String pattern) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(SHARED_MEMORY)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(SHARED_MEMORY, pattern)) {
                files.forEach(found::add);
            }
        }
        return found;
    }
}
