package org.scaena.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A JACK server of our own without a sound card: 48 kHz, 64 frames a period (1.33 ms). */
public final class TestAudio implements AutoCloseable {

    /** Hz. */
    public static final int SAMPLE_RATE = 48_000;

    /** Frames. */
    public static final int PERIOD = 64;

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;
    private final Process jackd;

    private TestAudio(String name, Process jackd) {
        this.name = name;
        this.jackd = jackd;
    }

    /** Starts one and waits until it can be used. */
    public static TestAudio start() throws IOException, InterruptedException {
        String name = newName();
        Path output = Work.file("jackd-" + name + ".log");
        List<String> command =
                List.of(
                        "jackd",
                        "--no-realtime",
                        "-n",
                        name,
                        "-d",
                        "dummy",
                        "-r",
                        Integer.toString(SAMPLE_RATE),
                        "-p",
                        Integer.toString(PERIOD));
        Process jackd = Programs.start(command, Map.of("JACK_NO_AUDIO_RESERVATION", "1"), output);
        Await.until("jackd " + name + ", see " + output, jackd, () -> hasSocket(name));
        return new TestAudio(name, jackd);
    }

    /** A name of a JACK server that nobody else has. */
    public static String newName() {
        return "scaena-bench-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
    }

    /** The name of the JACK server. */
    public String name() {
        return name;
    }

    /** Its process. */
    public long pid() {
        return jackd.pid();
    }

    /** The environment in which programs find it and no other. */
    public Map<String, String> environment() {
        return Map.of(
                "JACK_DEFAULT_SERVER", name,
                "JACK_NO_START_SERVER", "1",
                "SC_JACK_DEFAULT_INPUTS", "system",
                "SC_JACK_DEFAULT_OUTPUTS", "system");
    }

    @Override
    public void close() {
        Programs.end(jackd);
    }

    private static boolean hasSocket(String name) throws IOException {
        try (DirectoryStream<Path> sockets =
                Files.newDirectoryStream(Path.of("/dev/shm"), "jack_" + name + "_*_0")) {
            return sockets.iterator().hasNext();
        }
    }
}
