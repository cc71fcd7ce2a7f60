package org.scaena.server.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.scaena.buffer.BufferException;
import org.scaena.osc.OscEndpoint;

/**
 * The machine of a server: whether its files are ours, and what memory it has to spare.
 *
 * <p>scsynth fills the memory that it takes, so a buffer beyond what the machine has stops the
 * machine or ends the server.
 *
 * @param isHere whether it is this one
 */
record Machine(boolean isHere) {

    private static final Set<String> HERE = Set.of(OscEndpoint.LOOPBACK, "localhost", "::1");
    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final String AVAILABLE = "MemAvailable:";

    static Machine of(OscEndpoint server) {
        return new Machine(HERE.contains(server.host()));
    }

    /** Refuses more than there is. */
    void requireMemory(String what, long bytes) {
        OptionalLong spare = isHere ? spareBytes() : OptionalLong.empty();
        if (spare.isPresent() && bytes > spare.getAsLong()) {
            throw new BufferException(
                    "%s would take %d MB, this machine has %d MB to spare: make it shorter"
                            .formatted(what, bytes >> 20, spare.getAsLong() >> 20));
        }
    }

    /** What programs can take without disk; known on Linux. */
    private static OptionalLong spareBytes() {
        if (!Files.isReadable(MEMORY)) {
            return OptionalLong.empty();
        }
        try (Stream<String> lines = Files.lines(MEMORY)) {
            return lines.filter(line -> line.startsWith(AVAILABLE))
                    .map(line -> line.substring(AVAILABLE.length()).strip().split(" ")[0])
                    .mapToLong(kilobytes -> Long.parseLong(kilobytes) << 10)
                    .findFirst();
        } catch (IOException | NumberFormatException unreadable) {
            return OptionalLong.empty();
        }
    }
}
