package org.scaena.process.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scaena.process.ManagedProcess;
import org.scaena.process.ProcessSpec;
import org.scaena.process.Program;

/** Shell scripts that stand for programs which misbehave. */
final class Doubles {

    static final Program SHELL =
            new Program("sh", Optional.empty(), List.of(Path.of("/bin")), "install a shell");

    private Doubles() {}

    /** A script that ends with the JVM. */
    static ProcessSpec script(Path directory, String script) {
        return script(directory, script, false);
    }

    static ProcessSpec script(Path directory, String script, boolean survivesHost) {
        return new ProcessSpec(
                "double",
                SHELL,
                List.of("-c", script),
                Map.of(),
                directory,
                directory.resolve("out.log"),
                survivesHost);
    }

    /** Waits until it has printed a line and returns that. */
    static String line(ManagedProcess process, String start) {
        Eventually.until(
                () -> "a line that starts with " + start + ", but " + process.lastLines(200),
                () -> process.lastLines(200).stream().anyMatch(line -> line.startsWith(start)));
        return process.lastLines(200).stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    /** The pid behind a word that a script printed. */
    static ProcessHandle handle(ManagedProcess process, String word) {
        String line = line(process, word + " ");
        return ProcessHandle.of(Long.parseLong(line.substring(word.length() + 1))).orElseThrow();
    }
}
