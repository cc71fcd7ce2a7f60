package org.scaena.process.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scaena.process.ProcessLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The words before a command that give it limits: {@code nice} and {@code prlimit}. */
final class LimitWords {

    private static final Path OWN_LIMITS = Path.of("/proc/self/limits");
    private static final Logger LOG = LoggerFactory.getLogger(LimitWords.class);

    private final ProgramFinder finder;

    LimitWords(ProgramFinder finder) {
        this.finder = finder;
    }

    List<String> of(String name, ProcessLimits limits) {
        List<String> words = new ArrayList<>();
        limits.nice()
                .ifPresent(
                        nice ->
                                words.addAll(
                                        tool(name, "nice", List.of("-n", Integer.toString(nice)))));
        List<String> resources = new ArrayList<>();
        limits.realTimePriority()
                .ifPresent(value -> add(resources, name, "rtprio", "realtime priority", value));
        limits.memoryBytes().ifPresent(value -> add(resources, name, "as", "address space", value));
        limits.openFiles().ifPresent(value -> add(resources, name, "nofile", "open files", value));
        if (!resources.isEmpty()) {
            words.addAll(tool(name, "prlimit", resources));
        }
        return words;
    }

    private static void add(
            List<String> resources, String name, String flag, String row, long wanted) {
        if (wanted <= hardLimit("Max " + row) || ProcFs.userId() == 0) {
            resources.add("--%s=%d".formatted(flag, wanted));
        } else {
            LOG.warn(
                    "{} does without a {} of {}: raise that of user {} in"
                            + " /etc/security/limits.conf",
                    name,
                    row,
                    wanted,
                    System.getProperty("user.name"));
        }
    }

    private static long hardLimit(String row) {
        try {
            return Files.readAllLines(OWN_LIMITS).stream()
                    .filter(line -> line.toLowerCase().startsWith(row.toLowerCase()))
                    .map(line -> line.substring(row.length()).strip().split("\\s+")[1])
                    .mapToLong(
                            hard ->
                                    hard.equals("unlimited")
                                            ? Long.MAX_VALUE
                                            : Long.parseLong(hard))
                    .findFirst()
                    .orElse(0);
        } catch (IOException noProcFs) {
            return 0;
        }
    }

    private List<String> tool(String name, String tool, List<String> arguments) {
        Optional<Path> found = finder.find(tool, List.of());
        if (found.isEmpty()) {
            LOG.warn("{} does without {}: the program {} is missing", name, arguments, tool);
            return List.of();
        }
        List<String> words = new ArrayList<>(List.of(found.get().toString()));
        words.addAll(arguments);
        return words;
    }
}
