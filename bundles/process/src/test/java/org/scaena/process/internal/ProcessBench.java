package org.scaena.process.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.scaena.process.AudioRequest.Driver;
import org.scaena.process.AudioServer;
import org.scaena.process.ManagedProcess;
import org.scaena.process.OutputKind;

/** Measures restarts of the real scsynth; run by hand, the number of restarts is the argument. */
final class ProcessBench {

    private ProcessBench() {}

    public static void main(String[] arguments) throws Exception {
        int runs = Integer.parseInt(arguments[0]);
        Path directory = Files.createTempDirectory("scaena-bench");
        LocalProcessManager manager = new LocalProcessManager();
        AudioServer audio =
                new JackAudioSystem(manager)
                        .open(RealJack.request(Driver.DUMMY, RealJack.newName(), directory));
        int port = RealJack.freePort();
        long[] spawn = new long[runs];
        long[] ready = new long[runs];
        long[] noticed = new long[runs];
        long[] descriptors = new long[runs];
        for (int i = 0; i < runs; i++) {
            CountDownLatch line = new CountDownLatch(1);
            long start = System.nanoTime();
            ManagedProcess scsynth =
                    manager.start(RealJack.scsynth(port, audio.environment(), directory));
            scsynth.listen(
                    heard -> {
                        if (heard.kind() == OutputKind.READY) {
                            line.countDown();
                        }
                    });
            spawn[i] = System.nanoTime() - start;
            if (!line.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("not ready: " + scsynth.lastLines(10));
            }
            ready[i] = System.nanoTime() - start;
            Optional<ProcessHandle> handle = ProcessHandle.of(scsynth.identity().pid());
            long kill = System.nanoTime();
            handle.orElseThrow().destroyForcibly();
            scsynth.exit().await();
            noticed[i] = System.nanoTime() - kill;
            descriptors[i] = descriptors();
        }
        report("start() returned", spawn);
        report("ready line heard", ready);
        report("kill -9 noticed, tree swept, files removed", noticed);
        System.err.printf(
                "descriptors: %d after the first, %d after the last%n",
                descriptors[0], descriptors[runs - 1]);
        System.err.println("file left over: " + Files.exists(RealJack.sharedMemory(port)));
        audio.process().orElseThrow().end(Duration.ofSeconds(2)).await();
        manager.deactivate();
    }

    private static long descriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }

    private static void report(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.err.printf(
                "%s: median %.1f ms, p95 %.1f ms, max %.1f ms%n",
                what,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 95 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6);
    }
}
