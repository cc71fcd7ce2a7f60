package org.scaena.process.internal;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.scaena.process.Readiness;

/** As much of the protocol as tests need to prove that a scsynth is usable, and to break it. */
final class Osc implements AutoCloseable {

    private static final int ANSWER_MS = 20;

    /** One whose first element says that it is −4 bytes long: the server's network thread spins. */
    static final byte[] SPINNER =
            ByteBuffer.allocate(20).put(text("#bundle")).putLong(1).putInt(-4).array();

    /** A definition of −1 bytes: the server crashes. */
    static final byte[] KILLER = concat(text("/d_recv"), text(",b"), integer(-1));

    private final DatagramSocket socket;

    Osc(int port) throws IOException {
        socket = new DatagramSocket();
        socket.connect(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(ANSWER_MS);
    }

    /** A message whose arguments are int, String or byte[]. */
    static byte[] message(String command, Object... arguments) {
        StringBuilder tags = new StringBuilder(",");
        byte[] data = {};
        for (Object argument : arguments) {
            if (argument instanceof Integer number) {
                tags.append('i');
                data = concat(data, integer(number));
            } else if (argument instanceof String word) {
                tags.append('s');
                data = concat(data, text(word));
            } else {
                byte[] blob = (byte[]) argument;
                tags.append('b');
                int padded = (blob.length + 3) / 4 * 4;
                data = concat(data, integer(blob.length), Arrays.copyOf(blob, padded));
            }
        }
        return concat(text(command), text(tags.toString()), data);
    }

    private static byte[] text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return Arrays.copyOf(bytes, (bytes.length / 4 + 1) * 4);
    }

    private static byte[] integer(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    private static byte[] concat(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer all = ByteBuffer.allocate(length);
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }

    void send(byte[] packet) throws IOException {
        socket.send(new DatagramPacket(packet, packet.length));
    }

    /** The address of the next answer; empty if none comes within 20 ms. */
    String answer() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[8192], 8192);
        try {
            socket.receive(packet);
        } catch (SocketTimeoutException | java.net.PortUnreachableException none) {
            return "";
        }
        String text =
                new String(packet.getData(), 0, packet.getLength(), StandardCharsets.US_ASCII);
        return text.substring(0, text.indexOf('\0'));
    }

    /** Whether an answer of this address comes within the next ones. */
    boolean hears(String address) throws IOException {
        for (int i = 0; i < 50; i++) {
            String heard = answer();
            if (heard.equals(address)) {
                return true;
            }
            if (heard.isEmpty() && i > 10) {
                return false;
            }
        }
        return false;
    }

    @Override
    public void close() {
        socket.close();
    }

    /**
     * The proof for scsynth: it answers, lets us in, and makes and frees a synth of a definition
     * that is sent to it.
     */
    static Readiness<Integer> usable(int port) {
        return startup -> {
            try (Osc osc = new Osc(port)) {
                startup.progress("waiting for /status");
                while (!osc.hears("/status.reply")) {
                    osc.send(message("/status"));
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                }
                startup.progress("logging in");
                osc.send(message("/notify", 1));
                require(osc.hears("/done"), "it does not let us in");
                startup.progress("making a canary synth");
                osc.send(message("/d_recv", SynthDefs.canary()));
                osc.send(message("/sync", 1));
                require(osc.hears("/synced"), "it does not synchronise");
                osc.send(message("/s_new", "canary", 900, 0, 0));
                require(
                        osc.hears("/n_go"),
                        "it makes no synth: see whether its UGens are where -U says");
                osc.send(message("/n_free", 900));
                require(osc.hears("/n_end"), "it does not free a synth");
                osc.send(message("/notify", 0));
                return port;
            }
        };
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
