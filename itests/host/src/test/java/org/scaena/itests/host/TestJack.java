package org.scaena.itests.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.scaena.process.JackdSpec;
import org.scaena.process.ManagedProcess;
import org.scaena.process.ProcessManager;
import org.scaena.process.ProcessSpec;
import org.scaena.process.Program;

/** JACK servers of one name that come and go while a host runs, with ports as a test wants them. */
final class TestJack implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ProcessManager processes;
    private final String name;
    private final Path directory;
    private final List<ManagedProcess> started = new ArrayList<>();

    /** None runs yet. */
    TestJack(BundleContext context, String test) throws IOException, InterruptedException {
        this.processes = Services.of(context, ProcessManager.class);
        this.name = "scaena-" + ProcessHandle.current().pid() + "-" + test;
        this.directory = Files.createTempDirectory(test);
    }

    /** What makes a server play through it. */
    Map<String, ?> settings(Map<String, ?> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.putAll(Map.of("audio", "JACK", "jackServer", name));
        return settings;
    }

    /** Starts one with a dummy device. */
    ManagedProcess start(int sampleRate, int inputs, int outputs) {
        ProcessSpec usual =
                new JackdSpec(
                                Program.jackd(),
                                name,
                                JackdSpec.Driver.DUMMY,
                                Optional.empty(),
                                sampleRate,
                                64,
                                directory,
                                false)
                        .toProcess();
        List<String> arguments = new ArrayList<>(usual.arguments());
        arguments.addAll(List.of("-C", Integer.toString(inputs), "-P", Integer.toString(outputs)));
        ManagedProcess jackd =
                processes.start(
                        new ProcessSpec(
                                usual.name(),
                                usual.program(),
                                arguments,
                                usual.environment(),
                                usual.directory(),
                                usual.output(),
                                usual.survivesHost()));
        started.add(jackd);
        return jackd;
    }

    @Override
    public void close() {
        started.stream()
                .filter(ManagedProcess::isAlive)
                .forEach(
                        jackd -> {
                            jackd.expectExit();
                            jackd.end(LIMIT).await(LIMIT);
                        });
    }
}
