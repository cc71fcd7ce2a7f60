package org.scaena.itests.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.scaena.itests.continuity.Poll;

/** A JACK server without a sound card that the host under test has not started. */
final class ForeignJack implements AutoCloseable {

    private final String name = "scaena-foreign-" + ProcessHandle.current().pid();
    private Process jackd;

    /** Starts one. */
    ForeignJack() throws IOException {
        jackd = launch();
    }

    String name() {
        return name;
    }

    /** Starts it again. */
    void start() throws IOException {
        jackd = launch();
    }

    private Process launch() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        "jackd",
                        "--no-realtime",
                        "-n",
                        name,
                        "-d",
                        "dummy",
                        "-r",
                        "48000",
                        "-p",
                        "64");
        builder.environment().put("JACK_NO_AUDIO_RESERVATION", "1");
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process started = builder.start();
        Poll.until("jackd has its socket", this::hasSocket);
        return started;
    }

    private boolean hasSocket() {
        try (DirectoryStream<Path> sockets =
                Files.newDirectoryStream(Path.of("/dev/shm"), "jack_" + name + "_*_0")) {
            return sockets.iterator().hasNext();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean isAlive() {
        return jackd.isAlive();
    }

    /** Kills it; what it has left would be taken for its successor's. */
    void kill() throws IOException {
        jackd.destroyForcibly().onExit().join();
        try (DirectoryStream<Path> sockets =
                Files.newDirectoryStream(Path.of("/dev/shm"), "jack_" + name + "_*")) {
            for (Path socket : sockets) {
                Files.deleteIfExists(socket);
            }
        }
    }

    @Override
    public void close() {
        jackd.destroy();
        jackd.onExit().join();
    }
}
