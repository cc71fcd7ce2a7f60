package org.scaena.process.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.scaena.process.Port;
import org.scaena.process.ProcessSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The shared memory file that scsynth and supernova leave behind when a signal ends them. */
final class Leftovers {

    private static final Set<String> SERVERS = Set.of("scsynth", "supernova");
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private final List<Port> ports;

    private Leftovers(List<Port> ports) {
        this.ports = ports;
    }

    /** What a process started so may leave; nothing unless it is an audio server. */
    static Leftovers of(ProcessSpec spec) {
        boolean isServer = SERVERS.contains(spec.program().name());
        return new Leftovers(isServer ? List.copyOf(spec.ports()) : List.of());
    }

    /** Whether a process started so leaves something when it is killed, and only then. */
    boolean tell() {
        return !ports.isEmpty() && Files.isDirectory(SHARED_MEMORY);
    }

    /**
     * Takes the file away, unless another server holds the port.
     *
     * @return whether it was there
     */
    boolean remove() {
        boolean found = false;
        for (Port port : ports) {
            Path file = SHARED_MEMORY.resolve("SuperColliderServer_" + port.number());
            if (Files.exists(file) && !PortTable.isTaken(port)) {
                found = true;
                delete(file);
            }
        }
        return found;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            LOG.warn("{} is left over and could not be removed: {}", file, failure.toString());
        }
    }
}
