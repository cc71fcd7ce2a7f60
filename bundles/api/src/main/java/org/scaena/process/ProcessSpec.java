package org.scaena.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How to start a program. {@link SynthServerSpec}, {@link SclangSpec} and {@link JackdSpec} make
 * one for the programs that are known.
 *
 * @param name what the process is called in logs, for example {@code scsynth default}
 * @param program which program
 * @param arguments its arguments, one string each, never seen by a shell
 * @param environment variables added to the host's own
 * @param directory where it works
 * @param output the file that takes its output, standard error included
 * @param survivesHost whether it goes on when the JVM stops hard
 * @param input what it reads
 * @param limits how it competes with others, and what it may use
 * @param ports the ports that it will hold; they are looked at before it is started
 */
public record ProcessSpec(
        String name,
        Program program,
        List<String> arguments,
        Map<String, String> environment,
        Path directory,
        Path output,
        boolean survivesHost,
        Input input,
        ProcessLimits limits,
        Set<Port> ports) {

    /** What a process finds on its standard input. */
    public enum Input {
        /** Nothing: its end at once. */
        NONE,
        /** What {@link ManagedProcess#write} is given; its end when the host ends. */
        PIPE
    }

    /** Copies the collections. */
    public ProcessSpec {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
        ports = Set.copyOf(ports);
    }

    /** A program that reads nothing, holds no port and has the host's own limits. */
    public ProcessSpec(
            String name,
            Program program,
            List<String> arguments,
            Map<String, String> environment,
            Path directory,
            Path output,
            boolean survivesHost) {
        this(
                name,
                program,
                arguments,
                environment,
                directory,
                output,
                survivesHost,
                Input.NONE,
                ProcessLimits.NONE,
                Set.of());
    }

    /** The same with another input. */
    public ProcessSpec with(Input other) {
        return with(other, limits, ports);
    }

    /** The same with other limits. */
    public ProcessSpec with(ProcessLimits other) {
        return with(input, other, ports);
    }

    /** The same with ports that are looked at before it is started. */
    public ProcessSpec withPorts(Set<Port> held) {
        return with(input, limits, held);
    }

    private ProcessSpec with(Input otherInput, ProcessLimits otherLimits, Set<Port> held) {
        return new ProcessSpec(
                name,
                program,
                arguments,
                environment,
                directory,
                output,
                survivesHost,
                otherInput,
                otherLimits,
                held);
    }
}
