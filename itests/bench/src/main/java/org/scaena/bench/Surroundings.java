package org.scaena.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where and with what was measured: machine, versions, load. Linux tells most of it. */
final class Surroundings {

    /** What readers of the figures must know if {@link #isBusy}. */
    static final String BUSY =
            "more wanted to run than there are cores; measure again on a quiet machine";

    private final long begin = System.nanoTime();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final boolean busy = loadOfLastMinute() > Runtime.getRuntime().availableProcessors();

    Surroundings() {
        values.put("taken", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        values.put("processor", field("/proc/cpuinfo", "model name"));
        values.put("cores", Runtime.getRuntime().availableProcessors());
        values.put("memory", field("/proc/meminfo", "MemTotal"));
        values.put(
                "system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        values.put("scaena", System.getProperty("scaena.version", "?"));
        values.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        values.put("scsynth", Programs.firstLine("scsynth", "-v"));
        values.put("jackd", Programs.firstLine("jackd", "--version"));
        values.put("sclang", Programs.firstLine("sclang", "-v"));
        values.put("load before", load());
    }

    /** To be called when all is measured. */
    void finish() {
        values.put("load after", load());
        values.put("took", "%.1f minutes".formatted((System.nanoTime() - begin) / 60e9));
    }

    Map<String, Object> values() {
        return values;
    }

    /** Whether the machine had more to do, before anything was measured, than it can. */
    boolean isBusy() {
        return busy;
    }

    /** For people. */
    List<String> text() {
        List<String> text = new ArrayList<>();
        values.forEach((key, value) -> TextTable.wrap(key + ": " + value, text));
        if (busy) {
            TextTable.wrap(
                    "BUSY: more wanted to run than there are cores; measure again on a quiet"
                            + " machine",
                    text);
        }
        return text;
    }

    private static double loadOfLastMinute() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** Processes that wanted to run, on average over the last minute, five and fifteen. */
    private static String load() {
        List<String> lines = lines("/proc/loadavg");
        return lines.isEmpty() ? "?" : lines.get(0).replaceAll(" [^ ]*/.*", "");
    }

    private static String field(String file, String key) {
        return lines(file).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("?");
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException notLinux) {
            return List.of();
        }
    }
}
