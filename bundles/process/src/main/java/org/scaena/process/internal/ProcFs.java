package org.scaena.process.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import org.scaena.process.ProcessIdentity;

/** What Linux tells about processes; nothing on other systems. */
final class ProcFs {

    private static final Path PROC = Path.of("/proc");

    private static final String RESIDENT = "VmRSS:";

    private static final int STATE = 0;
    private static final int SESSION = 3;
    private static final int NUM_THREADS = 17;
    private static final int START_TIME = 19;

    private ProcFs() {}

    /** The number of the user who runs this JVM; 0 where there is no /proc. */
    static int userId() {
        try {
            return (Integer) Files.getAttribute(PROC.resolve("self"), "unix:uid");
        } catch (IOException | UnsupportedOperationException noProcFs) {
            return 0;
        }
    }

    /** The token in the environment of a process, if it has one and it is ours to read. */
    static Optional<String> token(long pid) {
        return variable(pid, ProcessIdentity.TOKEN_VARIABLE);
    }

    /** What a variable was when a process was started. */
    static Optional<String> variable(long pid, String name) {
        String start = name + "=";
        return read(pid, "environ")
                .flatMap(
                        environment -> {
                            for (String variable : environment.split("\0")) {
                                if (variable.startsWith(start)) {
                                    return Optional.of(variable.substring(start.length()));
                                }
                            }
                            return Optional.empty();
                        });
    }

    /** The name of the program, shortened by the system. */
    static Optional<String> command(long pid) {
        return read(pid, "comm").map(String::strip);
    }

    /** When a process was started, in clock ticks since the machine was; empty if it has ended. */
    static Optional<Long> startTicks(long pid) {
        return read(pid, "stat").map(ProcFs::fields).flatMap(ProcFs::startTicks);
    }

    /** How much of the machine's memory a process holds, in bytes; empty if it has ended. */
    static OptionalLong residentBytes(long pid) {
        return read(pid, "status").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(RESIDENT))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst();
    }

    /** The living processes of a session, or with a token in their environment; in no order. */
    static List<ProcessHandle> kinOf(long session, String token) {
        return matching(
                pid -> isOfSession(pid, session) || token(pid).filter(token::equals).isPresent());
    }

    /** The living processes for which something holds; in no order. */
    static List<ProcessHandle> matching(LongPredicate wanted) {
        return pids().stream()
                .filter(wanted::test)
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .toList();
    }

    /** The numbers of all processes, in no order. */
    static List<Long> pids() {
        List<Long> pids = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            entries.forEach(entry -> pids.add(Long.parseLong(entry.getFileName().toString())));
        } catch (IOException noProcFs) {
            return List.of();
        }
        return pids;
    }

    /** What a process has mapped; nothing if it is gone or not ours to look into. */
    static String maps(long pid) {
        return read(pid, "maps").orElse("");
    }

    private static boolean isOfSession(long pid, long session) {
        String wanted = Long.toString(session);
        return read(pid, "stat")
                .map(ProcFs::fields)
                .filter(fields -> fields.length > SESSION && fields[SESSION].equals(wanted))
                .isPresent();
    }

    /** Fields are counted behind the name, which may hold anything. */
    private static String[] fields(String stat) {
        return stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
    }

    /** A zombie is dead, but only once its last thread has gone: until then its ports are taken. */
    private static Optional<Long> startTicks(String[] fields) {
        if (fields.length <= START_TIME) {
            return Optional.empty();
        }
        boolean zombie = fields[STATE].equals("Z") || fields[STATE].equals("X");
        boolean dead = zombie && Integer.parseInt(fields[NUM_THREADS]) <= 1;
        return dead ? Optional.empty() : Optional.of(Long.parseLong(fields[START_TIME]));
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
