package org.scaena.process.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scaena.process.ProcessIdentity;

/** What Linux tells about processes; nothing on other systems. */
final class ProcFs {

    private static final Path PROC = Path.of("/proc");
    private static final String TOKEN_PREFIX = ProcessIdentity.TOKEN_VARIABLE + "=";

    private ProcFs() {}

    /** The token in the environment of a process, if it has one and it is ours to read. */
    static Optional<String> token(long pid) {
        return read(pid, "environ")
                .flatMap(
                        environment -> {
                            for (String variable : environment.split("\0")) {
                                if (variable.startsWith(TOKEN_PREFIX)) {
                                    return Optional.of(variable.substring(TOKEN_PREFIX.length()));
                                }
                            }
                            return Optional.empty();
                        });
    }

    /** When a process was started, in clock ticks since the machine was; empty if it has ended. */
    static Optional<Long> startTicks(long pid) {
        return read(pid, "stat").flatMap(ProcFs::startTicks);
    }

    /** The living processes with a token in their environment, in no order. */
    static List<ProcessHandle> withToken(String token) {
        List<ProcessHandle> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path entry : entries) {
                long pid = Long.parseLong(entry.getFileName().toString());
                if (token(pid).filter(token::equals).isPresent()) {
                    ProcessHandle.of(pid).ifPresent(found::add);
                }
            }
        } catch (IOException noProcFs) {
            return List.of();
        }
        return found;
    }

    /** Field 22; fields are counted behind the name, which may hold anything. A zombie is dead. */
    private static Optional<Long> startTicks(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        boolean dead = fields.length < 20 || fields[0].equals("Z") || fields[0].equals("X");
        return dead ? Optional.empty() : Optional.of(Long.parseLong(fields[19]));
    }

    private static Optional<String> read(long pid, String file) {
        try {
            Path path = PROC.resolve(Long.toString(pid)).resolve(file);
            return Optional.of(new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
        } catch (IOException goneOrForeign) {
            return Optional.empty();
        }
    }
}
