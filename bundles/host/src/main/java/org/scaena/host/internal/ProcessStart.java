package org.scaena.host.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When this process was started, to a hundredth of a second.
 *
 * @param time by the clock
 * @param ticks the same as Linux counts it, field 22 of {@code /proc/self/stat}: with the pid, it
 *     tells a process from all others; empty elsewhere
 */
record ProcessStart(Instant time, Optional<String> ticks) {

    /** Ticks in a second, the same on all Linux systems of today. */
    private static final int TICKS_PER_SECOND = 100;

    /** The start of the process that asks. */
    static ProcessStart here() {
        try {
            String stat = read("/proc/self/stat");
            String ticks = stat.substring(stat.lastIndexOf(')') + 2).split(" ")[19];
            double uptimeSeconds = Double.parseDouble(read("/proc/uptime").split(" ")[0]);
            double ageSeconds = uptimeSeconds - Long.parseLong(ticks) / (double) TICKS_PER_SECOND;
            Instant time = Instant.now().minusMillis(Math.round(1000 * ageSeconds));
            return new ProcessStart(time, Optional.of(ticks));
        } catch (IOException notLinux) {
            Optional<Instant> time = ProcessHandle.current().info().startInstant();
            return new ProcessStart(time.orElseGet(Instant::now), Optional.empty());
        }
    }

    /** How long ago that was. */
    Duration age() {
        return Duration.between(time, Instant.now());
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of(file), StandardCharsets.ISO_8859_1);
    }
}
