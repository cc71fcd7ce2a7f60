package org.scaena.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to start a program.
 *
 * @param name what the process is called in logs, for example {@code scsynth default}
 * @param program which program
 * @param arguments its arguments, one string each, never seen by a shell
 * @param environment variables added to the host's own
 * @param directory where it works
 * @param output the file that takes its output, standard error included
 * @param survivesHost whether it goes on when the JVM stops hard
 */
public record ProcessSpec(
        String name,
        Program program,
        List<String> arguments,
        Map<String, String> environment,
        Path directory,
        Path output,
        boolean survivesHost) {

    /** Copies the collections. */
    public ProcessSpec {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }
}
