package org.scaena.bench.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.scaena.bench.TestAudio;
import org.scaena.bench.TestScsynth;
import org.scaena.bench.Work;
import org.scaena.process.AudioServer;
import org.scaena.process.ManagedProcess;
import org.scaena.process.OutputKind;
import org.scaena.process.ProcessManager;
import org.scaena.process.ProcessSpec;
import org.scaena.process.SynthServerSpec;

/** Lives of one scsynth under the process manager, each ended by a kill. */
final class Lives {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String MARK = "SCAENA_TOKEN=";

    private final ProcessManager processes;
    private final ProcessSpec spec;
    private final int port;
    private int orphans;
    private int doubles;

    /** Milliseconds of one life: start() to its ready line, to its proof; kill to its exit. */
    record Life(double lineMs, double provedMs, double noticedMs) {

        double afterLineMs() {
            return provedMs - lineMs;
        }
    }

    Lives(ProcessManager processes, TestAudio audio) throws IOException {
        this.processes = processes;
        this.port = TestScsynth.freePort();
        AudioServer server = new AudioServer("", List.of(), audio.environment(), Optional.empty());
        this.spec =
                SynthServerSpec.scsynth("bench", port, Work.folder("process"))
                        .playingThrough(server);
    }

    int port() {
        return port;
    }

    Life live() {
        long start = System.nanoTime();
        ManagedProcess scsynth = processes.start(spec);
        AtomicLong line = new AtomicLong();
        scsynth.listen(
                heard -> {
                    if (heard.kind() == OutputKind.READY) {
                        line.set(System.nanoTime());
                    }
                });
        scsynth.whenReady(Canary.on(port), LIMIT).await(LIMIT);
        long proved = System.nanoTime();
        doubles += Math.max(0, carriers().size() - 1);
        while (line.get() == 0) {
            Thread.onSpinWait();
        }
        long kill = System.nanoTime();
        ProcessHandle.of(scsynth.identity().pid()).orElseThrow().destroyForcibly();
        scsynth.exit().await(LIMIT);
        long noticed = System.nanoTime();
        orphans += carriers().size();
        return new Life((line.get() - start) / 1e6, (proved - start) / 1e6, (noticed - kill) / 1e6);
    }

    int orphans() {
        return orphans;
    }

    int doubles() {
        return doubles;
    }

    static long descriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }

    /** The scsynths that carry a token of the manager and have the port among their arguments. */
    private List<Path> carriers() {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : all) {
                if (text(process, "environ").contains(MARK)
                        && text(process, "cmdline").contains("\0" + port + "\0")) {
                    found.add(process);
                }
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        return found;
    }

    private static String text(Path process, String file) {
        try {
            return new String(
                    Files.readAllBytes(process.resolve(file)), StandardCharsets.ISO_8859_1);
        } catch (IOException goneOrForeign) {
            return "";
        }
    }
}
