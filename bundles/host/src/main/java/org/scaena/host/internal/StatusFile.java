package org.scaena.host.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code state/host.status}: lines of {@code key=value}, read by {@code bin/scaena status} and
 * {@code stop}. Replaced as a whole, so that a reader never sees a part.
 */
final class StatusFile {

    private final Path file;
    private final Map<String, String> values = new LinkedHashMap<>();

    StatusFile(Path file, ProcessStart start, String version) {
        this.file = file;
        values.put("pid", Long.toString(ProcessHandle.current().pid()));
        values.put("startTime", start.time().truncatedTo(ChronoUnit.SECONDS).toString());
        start.ticks().ifPresent(ticks -> values.put("startTicks", ticks));
        values.put("version", version);
    }

    /** Sets a value and writes the file. */
    void put(String key, String value) throws IOException {
        values.put(key, value.replace('\n', ' '));
        write();
    }

    /** Takes a value away and writes the file. */
    void remove(String key) throws IOException {
        values.remove(key);
        write();
    }

    private void write() throws IOException {
        String text =
                values.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .collect(Collectors.joining());
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(next, text, StandardCharsets.UTF_8);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
