package org.scaena.server.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.scaena.server.ServerOption;
import org.scaena.server.ServerOptions;

/**
 * How much a running server has of everything that commands number.
 *
 * @param buffers how many
 * @param controlBuses how many
 * @param audioBuses how many
 * @param samples the most in one buffer
 */
record Limits(int buffers, int controlBuses, int audioBuses, long samples) {

    /** scsynth counts the bytes of a buffer in 31 bits. */
    private static final long MOST_SAMPLES = Integer.MAX_VALUE / Float.BYTES;

    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final String TOTAL = "MemTotal:";
    private static final long MEMORY_BYTES = memoryBytes();

    /** The limits of a server with these options. */
    static Limits of(ServerOptions options) {
        ServerOptions effective = options.effective();
        return new Limits(
                effective.get(ServerOption.NUM_BUFFERS),
                effective.get(ServerOption.NUM_CONTROL_BUS_CHANNELS),
                effective.get(ServerOption.NUM_AUDIO_BUS_CHANNELS),
                Math.min(MOST_SAMPLES, MEMORY_BYTES / 2 / Float.BYTES));
    }

    /** More than there is freezes the machine; half of it is left to others. */
    private static long memoryBytes() {
        try (Stream<String> lines = Files.lines(MEMORY)) {
            return lines.filter(line -> line.startsWith(TOTAL))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(kibibytes -> Long.parseLong(kibibytes) << 10)
                    .findFirst()
                    .orElse(Long.MAX_VALUE);
        } catch (IOException | NumberFormatException unknown) {
            return Long.MAX_VALUE;
        }
    }
}
