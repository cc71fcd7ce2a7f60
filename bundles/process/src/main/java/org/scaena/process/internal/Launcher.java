package org.scaena.process.internal;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scaena.process.ProcessException;
import org.scaena.process.ProcessIdentity;
import org.scaena.process.ProcessSpec;
import org.scaena.process.ProcessSpec.Input;

/**
 * Makes processes.
 *
 * <p>Each lives in a session of its own, so that neither Ctrl-C nor a hang-up of our terminal
 * reaches it. One that shall not survive this JVM is killed by the kernel when the thread that
 * started it ends: call from a thread that does not.
 */
final class Launcher {

    private final ProgramFinder finder;
    private final LimitWords limits;

    Launcher(ProgramFinder finder) {
        this.finder = finder;
        this.limits = new LimitWords(finder);
    }

    /** Starts it with its token, writing to its output file. */
    Process launch(ProcessSpec spec, String token) {
        ProcessBuilder builder = new ProcessBuilder(command(spec));
        builder.environment().putAll(spec.environment());
        builder.environment().put(ProcessIdentity.TOKEN_VARIABLE, token);
        builder.environment().put(HostMark.VARIABLE, HostMark.of(spec));
        builder.directory(spec.directory().toFile());
        builder.redirectErrorStream(true);
        builder.redirectInput(
                spec.input() == Input.PIPE ? Redirect.PIPE : Redirect.from(new File(nullDevice())));
        builder.redirectOutput(Redirect.appendTo(spec.output().toFile()));
        try {
            Files.createDirectories(spec.directory());
            return builder.start();
        } catch (IOException failure) {
            throw new ProcessException(
                    "%s could not be started in %s: check that directory and its rights"
                            .formatted(spec.name(), spec.directory()),
                    failure);
        }
    }

    private List<String> command(ProcessSpec spec) {
        String program = finder.find(spec.program()).toString();
        List<String> words = new ArrayList<>();
        tool("setsid").ifPresent(words::add);
        words.addAll(limits.of(spec.name(), spec.limits()));
        if (!spec.survivesHost()) {
            tool("setpriv").ifPresent(tool -> words.addAll(List.of(tool, "--pdeathsig", "KILL")));
        }
        words.add(program);
        words.addAll(spec.arguments());
        return words;
    }

    private Optional<String> tool(String name) {
        return finder.find(name, List.of()).map(Path::toString);
    }

    private static String nullDevice() {
        return Files.exists(Path.of("/dev/null")) ? "/dev/null" : "NUL";
    }
}
