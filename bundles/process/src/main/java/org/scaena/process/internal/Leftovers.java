package org.scaena.process.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.scaena.process.ProcessSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The shared memory file that scsynth and supernova leave behind when a signal ends them. */
final class Leftovers {

    private static final String LISTENING = "0A";
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private final Optional<Path> file;
    private final int port;

    private Leftovers(Optional<Path> file, int port) {
        this.file = file;
        this.port = port;
    }

    /** What a process started so may leave; nothing unless it is an audio server. */
    static Leftovers of(ProcessSpec spec) {
        OptionalInt port = isServer(spec) ? port(spec.arguments()) : OptionalInt.empty();
        if (port.isEmpty()) {
            return new Leftovers(Optional.empty(), 0);
        }
        Path file = Path.of("/dev/shm", "SuperColliderServer_" + port.getAsInt());
        return new Leftovers(Optional.of(file), port.getAsInt());
    }

    /** Whether a process started so leaves something when it is killed, and only then. */
    boolean tell() {
        return file.isPresent() && Files.isDirectory(Path.of("/dev/shm"));
    }

    /**
     * Takes the file away, unless another server holds the port.
     *
     * @return whether it was there
     */
    boolean remove() {
        if (file.isEmpty() || !Files.exists(file.get()) || isPortBound()) {
            return false;
        }
        try {
            return Files.deleteIfExists(file.get());
        } catch (IOException failure) {
            LOG.warn(
                    "{} is left over and could not be removed: {}", file.get(), failure.toString());
            return true;
        }
    }

    private static boolean isServer(ProcessSpec spec) {
        return isServer(spec.program().name())
                || spec.arguments().stream()
                        .limit(2)
                        .anyMatch(word -> isServer(word.substring(word.lastIndexOf('/') + 1)));
    }

    private static boolean isServer(String name) {
        return name.equals("scsynth") || name.equals("supernova");
    }

    private static OptionalInt port(List<String> arguments) {
        for (String flag : List.of("-u", "-t")) {
            int at = arguments.indexOf(flag);
            if (at >= 0 && at + 1 < arguments.size() && arguments.get(at + 1).matches("\\d{1,5}")) {
                return OptionalInt.of(Integer.parseInt(arguments.get(at + 1)));
            }
        }
        return OptionalInt.empty();
    }

    private boolean isPortBound() {
        String local = ":%04X".formatted(port).toUpperCase(Locale.ROOT);
        for (String table : List.of("udp", "udp6", "tcp", "tcp6")) {
            try {
                for (String row : Files.readAllLines(Path.of("/proc/net", table))) {
                    String[] columns = row.strip().split("\\s+");
                    boolean listens = table.startsWith("udp") || columns[3].equals(LISTENING);
                    if (columns[1].endsWith(local) && listens) {
                        return true;
                    }
                }
            } catch (IOException noSuchTable) {
                LOG.debug("no table of {} ports", table);
            }
        }
        return false;
    }
}
