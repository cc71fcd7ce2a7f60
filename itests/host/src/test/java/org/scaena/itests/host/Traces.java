package org.scaena.itests.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What a server leaves in this process and on this machine; Linux only. */
final class Traces {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private Traces() {}

    /** Our threads that still live after they had time to end. */
    static List<String> threads() throws InterruptedException {
        List<Thread> ours =
                Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().startsWith("scaena-"))
                        .toList();
        for (Thread thread : ours) {
            thread.join(LIMIT.toMillis());
        }
        return ours.stream().filter(Thread::isAlive).map(Thread::getName).sorted().toList();
    }

    /** The open sockets of this JVM. */
    static List<String> sockets() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.map(Traces::target).filter(t -> t.startsWith("socket:")).toList();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    /** The processes that this JVM has started, at any depth. */
    static List<Long> processes() {
        return ProcessHandle.current().descendants().map(ProcessHandle::pid).toList();
    }
}
