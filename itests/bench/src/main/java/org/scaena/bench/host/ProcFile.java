package org.scaena.bench.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Linux tells of a process below {@code /proc}, see proc(5). */
final class ProcFile {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final double TICKS_PER_SECOND = 100;

    private ProcFile() {}

    /** How long all its threads have run on a processor, in s; to a hundredth. */
    static double processorSeconds(String pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", pid, "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    /**
     * How many entries a folder of it has: its threads below {@code task}, its files in {@code fd}.
     */
    static long count(String pid, String what) throws IOException {
        try (Stream<Path> entries = Files.list(Path.of("/proc", pid, what))) {
            return entries.count();
        }
    }

    /** The memory it holds. */
    static double residentBytes(String pid) throws IOException {
        Matcher resident = RESIDENT.matcher(Files.readString(Path.of("/proc", pid, "status")));
        return resident.find() ? Double.parseDouble(resident.group(1)) * 1024 : Double.NaN;
    }
}
