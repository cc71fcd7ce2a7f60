package org.scaena.process.internal;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.scaena.process.Readiness;

/** As much of the protocol as tests need to prove that a scsynth is usable, and to break it. */
final class Osc implements AutoCloseable {

    /** Before a port that is closed is asked again: whoever is to open it needs the processor. */
    private static final Duration PAUSE = Duration.ofMillis(2);

    private static final Duration MOMENT = Duration.ofMillis(20);
    private static final long SECONDS_FROM_1900_TO_1970 = 2_208_988_800L;
    private static final Duration ANSWER = Duration.ofSeconds(20);

    /** One whose first element says that it is −4 bytes long: the server's network thread spins. */
    static final byte[] SPINNER =
            ByteBuffer.allocate(20).put(text("#bundle")).putLong(1).putInt(-4).array();

    /** A definition of −1 bytes: the server crashes. */
    static final byte[] KILLER = concat(text("/d_recv"), text(",b"), integer(-1));

    private final DatagramSocket socket;

    Osc(int port) throws IOException {
        socket = new DatagramSocket();
        socket.connect(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) MOMENT.toMillis());
    }

    /** A message in a bundle for a moment, which may be over. */
    static byte[] at(Instant moment, byte[] message) {
        long seconds = moment.getEpochSecond() + SECONDS_FROM_1900_TO_1970;
        return concat(
                text("#bundle"),
                integer((int) seconds),
                integer(0),
                integer(message.length),
                message);
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

    /** Sends; nothing if nobody has the port. */
    void sendIfOpen(byte[] packet) throws IOException {
        try {
            send(packet);
        } catch (PortUnreachableException notYet) {
            LockSupport.parkNanos(MOMENT.toNanos());
        }
    }

    /** Whether a message is answered; it is repeated until then, or until nobody has the port. */
    boolean isAnswered(byte[] message, String address) throws IOException {
        try {
            do {
                send(message);
            } while (!receives(address, MOMENT));
            return true;
        } catch (PortUnreachableException nobody) {
            return false;
        }
    }

    /** Whether an answer of this address comes in time, and before a failure or a closed port. */
    boolean hears(String address, Duration limit) throws IOException {
        try {
            return receives(address, limit);
        } catch (PortUnreachableException nobody) {
            LockSupport.parkNanos(PAUSE.toNanos());
            return false;
        }
    }

    private boolean receives(String address, Duration limit) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() - end < 0) {
            try {
                String answer = answer();
                if (answer.equals(address) || answer.equals("/fail")) {
                    return answer.equals(address);
                }
            } catch (SocketTimeoutException notYet) {
                continue;
            }
        }
        return false;
    }

    private String answer() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[8192], 8192);
        socket.receive(packet);
        String text =
                new String(packet.getData(), 0, packet.getLength(), StandardCharsets.US_ASCII);
        return text.substring(0, text.indexOf('\0'));
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
                while (!osc.hears("/status.reply", MOMENT)) {
                    osc.sendIfOpen(message("/status"));
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                }
                startup.progress("logging in");
                osc.send(message("/notify", 1));
                require(osc.hears("/done", ANSWER), "it does not let us in");
                startup.progress("making a canary synth");
                osc.send(message("/d_recv", SynthDefs.canary()));
                osc.send(message("/sync", 1));
                require(osc.hears("/synced", ANSWER), "it does not synchronise");
                osc.send(message("/s_new", "canary", 900, 0, 0));
                require(
                        osc.hears("/n_go", ANSWER),
                        "it makes no synth: see whether its UGens are where -U says");
                osc.send(message("/n_free", 900));
                require(osc.hears("/n_end", ANSWER), "it does not free a synth");
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
