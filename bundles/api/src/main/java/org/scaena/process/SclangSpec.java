package org.scaena.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scaena.process.ProcessSpec.Input;

/**
 * How to start the SuperCollider language, without a screen. It takes code as a file, or through
 * {@link ManagedProcess#write}: what is written is evaluated at each {@link #EVALUATE}, or at each
 * {@link #EVALUATE_AND_PRINT}, which also prints {@code -> result}.
 *
 * <p>Source: {@code sclang -h} and SuperCollider's terminal client.
 *
 * @param program {@link Program#sclang()}, or the same elsewhere
 * @param name logs and files are named after it
 * @param port the UDP port it listens to, 1 to 65535; the next free one if that is taken
 * @param code a file to be evaluated first
 * @param libraryConfiguration the file that names its class library, if not its own
 * @param directory where it works and leaves its output, as {@code sclang-NAME.log}
 */
public record SclangSpec(
        Program program,
        String name,
        int port,
        Optional<Path> code,
        Optional<Path> libraryConfiguration,
        Path directory) {

    /** The character after code that is evaluated. */
    public static final char EVALUATE = '\u001b';

    /** The character after code of which the result is printed. */
    public static final char EVALUATE_AND_PRINT = '\f';

    /** The language's own UDP port. */
    public static final int DEFAULT_PORT = 57_120;

    /** Sources of trouble for a program with a window that has none, and for root. */
    private static final Map<String, String> WITHOUT_SCREEN =
            Map.of("QT_QPA_PLATFORM", "offscreen", "QTWEBENGINE_DISABLE_SANDBOX", "1");

    /**
     * Checks the port.
     *
     * @throws IllegalArgumentException if it is none
     */
    public SclangSpec {
        Specs.checkPort(port);
    }

    /** The language with its own class library, which waits for code. */
    public static SclangSpec of(String name, Path directory) {
        return new SclangSpec(
                Program.sclang(),
                name,
                DEFAULT_PORT,
                Optional.empty(),
                Optional.empty(),
                directory);
    }

    /** The same with a file that is evaluated first. */
    public SclangSpec withCode(Path file) {
        return new SclangSpec(
                program, name, port, Optional.of(file), libraryConfiguration, directory);
    }

    /** How it is started; it ends with the host, who is its input. */
    public ProcessSpec toProcess() {
        // With a name of an editor it reads plain code; without one it would edit lines.
        List<String> arguments =
                new ArrayList<>(List.of("-i", "scaena", "-u", Integer.toString(port)));
        libraryConfiguration.ifPresent(file -> arguments.addAll(List.of("-l", file.toString())));
        code.ifPresent(file -> arguments.add(file.toString()));
        return new ProcessSpec(
                        "sclang " + name,
                        program,
                        arguments,
                        WITHOUT_SCREEN,
                        directory,
                        directory.resolve("sclang-" + name + ".log"),
                        false)
                .with(Input.PIPE);
    }
}
