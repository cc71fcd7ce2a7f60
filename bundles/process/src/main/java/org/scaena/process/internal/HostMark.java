package org.scaena.process.internal;

import java.nio.file.Path;
import java.util.Optional;
import org.scaena.process.ProcessSpec;

/**
 * What a child's environment tells of the host that started it: the pid of the JVM, its start, and
 * the child's output file. So an orphan of this installation is known without a record of it.
 */
final class HostMark {

    /** The environment variable that carries it. */
    static final String VARIABLE = "SCAENA_HOST";

    private HostMark() {}

    /** The mark of a child of this JVM. */
    static String of(ProcessSpec spec) {
        long pid = ProcessHandle.current().pid();
        return "%d:%d:%s".formatted(pid, ProcFs.startTicks(pid).orElse(0L), output(spec));
    }

    /** Whether a process was started to the same output file by a host that is gone. */
    static boolean isOrphan(long pid, ProcessSpec spec) {
        Optional<String> mark = ProcFs.variable(pid, VARIABLE);
        if (mark.isEmpty()) {
            return false;
        }
        String[] parts = mark.get().split(":", 3);
        return parts.length == 3 && parts[2].equals(output(spec)) && !lives(parts[0], parts[1]);
    }

    private static boolean lives(String pid, String startTicks) {
        try {
            return ProcFs.startTicks(Long.parseLong(pid))
                    .filter(ticks -> ticks == Long.parseLong(startTicks))
                    .isPresent();
        } catch (NumberFormatException noMarkOfOurs) {
            return true;
        }
    }

    private static String output(ProcessSpec spec) {
        return Path.of("").toAbsolutePath().resolve(spec.output()).normalize().toString();
    }
}
