package org.scaena.process.internal;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.scaena.process.AudioRequest;
import org.scaena.process.AudioServer;
import org.scaena.process.ManagedProcess;
import org.scaena.process.OutputKind;
import org.scaena.process.ProcessManager;
import org.scaena.process.ProcessSpec;
import org.scaena.process.SynthServerSpec;

/** What tests with the real scsynth and jackd share. */
final class RealJack {

    private RealJack() {}

    /**
     * The name of the JACK server of a test class. Always the same, for JACK keeps one of its eight
     * places for a server that was killed until a namesake comes.
     */
    static String nameFor(Class<?> test) {
        return "scaena-%d-%s".formatted(ProcessHandle.current().pid(), test.getSimpleName());
    }

    static AudioRequest request(AudioRequest.Driver driver, String name, Path directory) {
        return new AudioRequest(driver, name, 48_000, 256, directory, false);
    }

    /** Below those that the system hands out: none is taken while its server is restarted. */
    static int freePort() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (DatagramSocket probe =
                    new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (BindException taken) {
                // another one, then
            }
        }
    }

    static ProcessSpec scsynth(
            int port, Map<String, String> environment, Path directory, String... options) {
        List<String> all = new ArrayList<>(List.of("-R", "0"));
        all.addAll(Arrays.asList(options));
        AudioServer audio = new AudioServer("", List.of(), environment, Optional.empty());
        return SynthServerSpec.scsynth(Integer.toString(port), port, directory)
                .withOptions(all)
                .playingThrough(audio);
    }

    /** Starts one and waits for its ready line. */
    static ManagedProcess ready(ProcessManager manager, ProcessSpec spec) {
        ManagedProcess process = manager.start(spec);
        Doubles.line(process, "SuperCollider 3 server ready");
        return process;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    static Path sharedMemory(int port) {
        return Path.of("/dev/shm/SuperColliderServer_" + port);
    }

    /** Sends an OSC message without arguments. */
    static void send(int port, String command) throws IOException {
        byte[] address = command.getBytes(StandardCharsets.US_ASCII);
        int tags = (address.length / 4 + 1) * 4;
        byte[] packet = Arrays.copyOf(address, tags + 4);
        packet[tags] = ',';
        try (DatagramSocket socket = new DatagramSocket()) {
            InetAddress host = InetAddress.getLoopbackAddress();
            socket.send(new DatagramPacket(packet, packet.length, host, port));
        }
    }

    static boolean hasPrinted(ManagedProcess process, OutputKind kind) {
        return process.lastLines(RecentLines.CAPACITY).stream()
                .anyMatch(line -> OutputClassifier.classify(line) == kind);
    }

    /** Stops a process and waits until it stands: a TERM that comes before would still end it. */
    static void freeze(long pid) throws IOException, InterruptedException {
        signal("STOP", pid);
        Path status = Path.of("/proc", Long.toString(pid), "status");
        Eventually.until(
                "stopped",
                () -> {
                    try {
                        return Files.readString(status).contains("State:\tT");
                    } catch (IOException gone) {
                        throw new AssertionError(gone);
                    }
                });
    }

    /** Sends a signal as anybody could. */
    static void signal(String signal, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
    }
}
