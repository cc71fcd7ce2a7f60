package org.scaena.process.internal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.scaena.process.ProcessException;
import org.scaena.process.ProcessIdentity;
import org.scaena.process.ProcessSpec;

/**
 * Makes processes.
 *
 * <p>Each lives in a session of its own, so that neither Ctrl-C nor a hang-up of our terminal
 * reaches it. One that shall not survive this JVM is killed by the kernel when the thread that
 * started it ends: call from a thread that does not.
 */
final class Launcher {

    private final ProgramFinder finder;

    Launcher(ProgramFinder finder) {
        this.finder = finder;
    }

    /** Starts it with its token, writing to its output file. */
    Process launch(ProcessSpec spec, String token) {
        List<String> command = new ArrayList<>();
        finder.find("setsid", List.of()).ifPresent(setsid -> command.add(setsid.toString()));
        if (!spec.survivesHost()) {
            finder.find("setpriv", List.of())
                    .ifPresent(
                            setpriv ->
                                    command.addAll(
                                            List.of(setpriv.toString(), "--pdeathsig", "KILL")));
        }
        command.add(finder.find(spec.program()).toString());
        command.addAll(spec.arguments());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(spec.environment());
        builder.environment().put(ProcessIdentity.TOKEN_VARIABLE, token);
        builder.directory(spec.directory().toFile());
        builder.redirectErrorStream(true);
        builder.redirectInput(new File(nullDevice()));
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(spec.output().toFile()));
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

    private static String nullDevice() {
        return Files.exists(Path.of("/dev/null")) ? "/dev/null" : "NUL";
    }
}
