package org.scaena.bench;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.scaena.itests.continuity.FreePort;

/** A real scsynth on a free port, which plays into a {@link TestAudio}. */
public final class TestScsynth implements AutoCloseable {

    private static final int ANSWER_MS = 20;

    private final int port;
    private final Process process;

    private TestScsynth(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /**
     * Starts one and waits until it answers.
     *
     * @param options after {@code -u PORT -R 0}, for example {@code "-n", "100000"}
     */
    public static TestScsynth start(TestAudio audio, String... options)
            throws IOException, InterruptedException {
        int port = freePort();
        Path output = Work.file("scsynth-" + port + ".log");
        List<String> command =
                new ArrayList<>(List.of("scsynth", "-u", Integer.toString(port), "-R", "0"));
        command.addAll(List.of(options));
        Process process = Programs.start(command, audio.environment(), output);
        TestScsynth scsynth = new TestScsynth(port, process);
        Await.until("scsynth, see " + output, process, () -> scsynth.answers("/status"));
        return scsynth;
    }

    /** A UDP port that is free now. */
    public static int freePort() throws IOException {
        return FreePort.find();
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** Its process. */
    public long pid() {
        return process.pid();
    }

    /** Asks it to quit, and kills it if it does not. */
    @Override
    public void close() {
        try {
            answers("/quit");
        } catch (IOException deaf) {
            process.destroy();
        }
        Programs.awaitEnd(process);
    }

    private boolean answers(String command) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(address());
            socket.setSoTimeout(ANSWER_MS);
            byte[] packet = message(command);
            socket.send(new DatagramPacket(packet, packet.length));
            socket.receive(new DatagramPacket(new byte[1024], 1024));
            return true;
        } catch (SocketTimeoutException | PortUnreachableException notYet) {
            return false;
        }
    }

    /** An OSC message without arguments. */
    private static byte[] message(String command) {
        byte[] address = command.getBytes(StandardCharsets.US_ASCII);
        int tags = (address.length / 4 + 1) * 4;
        byte[] packet = Arrays.copyOf(address, tags + 4);
        packet[tags] = ',';
        return packet;
    }
}
