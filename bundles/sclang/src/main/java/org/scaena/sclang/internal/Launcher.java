package org.scaena.sclang.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.scaena.osc.OscEndpoint;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscReceiver;
import org.scaena.osc.OscTransport;
import org.scaena.process.ProcessManager;
import org.scaena.process.Program;
import org.scaena.process.SclangSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts sclang with our script, and proves that it evaluates. */
final class Launcher {

    private static final Logger LOG = LoggerFactory.getLogger(Launcher.class);
    private static final String SCRIPT = "scaena.scd";
    private static final int PROOF_SECONDS = 5;

    private final ProcessManager processes;
    private final OscTransport transport;
    private final Path directory;
    private final Executor thread;

    /**
     * Starts nothing yet.
     *
     * @param directory for its output and our script
     * @param thread starts it, and completes replies
     */
    Launcher(ProcessManager processes, OscTransport transport, Path directory, Executor thread) {
        this.processes = processes;
        this.transport = transport;
        this.directory = directory;
        this.thread = thread;
    }

    /** Completes when it evaluates; what does not become ready is ended. */
    CompletableFuture<LanguageRun> launch() {
        return CompletableFuture.supplyAsync(this::started, thread).thenCompose(this::proved);
    }

    private LanguageRun started() {
        try {
            int port = freePort();
            SclangSpec spec =
                    new SclangSpec(
                            Program.sclang(),
                            "scaena",
                            port,
                            Optional.of(script()),
                            Optional.empty(),
                            directory);
            LanguageRun run = new LanguageRun(processes.start(spec.toProcess()), thread);
            run.connect(transport.open("sclang", OscEndpoint.local(port), 0, new Receiver(run)));
            return run;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private record Receiver(LanguageRun run) implements OscReceiver {

        @Override
        public void received(OscPacket packet) {
            run.received(packet);
        }

        @Override
        public void peerGone(String why) {
            // so it is before the language listens and after it has ended
        }
    }

    private static int freePort() throws IOException {
        try (DatagramSocket probe = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
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
                        line -> run.eval(Code.PROOF).orTimeout(PROOF_SECONDS, TimeUnit.SECONDS))
                .thenApply(
                        answer -> {
                            LOG.info("sclang is ready");
                            return run;
                        })
                .whenComplete(
                        (ready, failure) -> {
                            if (failure != null) {
                                run.endHung();
                            }
                        });
    }
}
