package org.scaena.sclang.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.scaena.osc.OscEndpoint;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscReceiver;
import org.scaena.osc.OscTransport;
import org.scaena.process.ProcessManager;
import org.scaena.process.Program;
import org.scaena.process.SclangSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts sclang with our script, and proves that it evaluates.
 *
 * <p>It always gets the port that it had before: a server takes it for the same client again.
 */
final class Launcher {

    private static final Logger LOG = LoggerFactory.getLogger(Launcher.class);
    private static final String SCRIPT = "scaena.scd";
    private static final Duration PROOF_LIMIT = Duration.ofSeconds(5);

    private final ProcessManager processes;
    private final OscTransport transport;
    private final Program program;
    private final Path directory;
    private final ScheduledExecutorService thread;
    private volatile int port = SclangSpec.DEFAULT_PORT;

    /**
     * Starts nothing yet.
     *
     * @param directory for its output and our script
     * @param thread starts it, and completes replies
     */
    Launcher(
            ProcessManager processes,
            OscTransport transport,
            Program program,
            Path directory,
            ScheduledExecutorService thread) {
        this.processes = processes;
        this.transport = transport;
        this.program = program;
        this.directory = directory;
        this.thread = thread;
    }

    /** Where the language listens that was started last. */
    OscEndpoint endpoint() {
        return OscEndpoint.local(port);
    }

    /** Completes when it evaluates; what does not become ready is ended. */
    CompletableFuture<LanguageRun> launch() {
        return CompletableFuture.supplyAsync(this::started, thread).thenCompose(this::proved);
    }

    private LanguageRun started() {
        try {
            SclangSpec spec =
                    new SclangSpec(
                            program,
                            "scaena",
                            freePort(port),
                            Optional.of(script()),
                            Optional.empty(),
                            directory);
            return new LanguageRun(processes.start(spec.toProcess()), thread);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int freePort(int wanted) throws IOException {
        try (DatagramSocket probe = new DatagramSocket(wanted)) {
            return probe.getLocalPort();
        } catch (SocketException taken) {
            try (DatagramSocket any = new DatagramSocket(0)) {
                return any.getLocalPort();
            }
        }
    }

    private Path script() throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve(SCRIPT);
        try (InputStream source =
                Objects.requireNonNull(Launcher.class.getResourceAsStream(SCRIPT))) {
            Files.copy(source, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    private CompletableFuture<LanguageRun> proved(LanguageRun run) {
        return run.ready()
                .thenCompose(
                        listening -> {
                            port = listening;
                            Receiver receiver = new Receiver(run);
                            run.connect(transport.open("sclang", endpoint(), 0, receiver));
                            return run.eval(Code.PROOF, PROOF_LIMIT);
                        })
                .thenApply(
                        answer -> {
                            LOG.info("sclang is ready, port {}", port);
                            return run;
                        })
                .whenComplete(
                        (ready, failure) -> {
                            if (failure != null) {
                                run.endHung();
                            }
                        });
    }

    private record Receiver(LanguageRun run) implements OscReceiver {

        @Override
        public void received(OscPacket packet) {
            run.received(packet);
        }

        @Override
        public void peerGone(String why) {
            // so it is after it has ended
        }
    }
}
