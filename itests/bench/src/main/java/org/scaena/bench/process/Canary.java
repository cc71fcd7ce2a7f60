package org.scaena.bench.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscTimeTag;
import org.scaena.osc.internal.ScaenaCodec;
import org.scaena.process.Readiness;

/**
 * Proves that a scsynth can be used: it answers, lets us in, takes a definition, makes a synth of
 * it and frees it.
 */
final class Canary implements AutoCloseable {

    private static final int ASK_AGAIN_MS = 5;
    private static final int ANSWER_MS = 2000;
    private static final int NODE = 900;
    private static final int BUFFER_BYTES = 64 << 10;

    private final ScaenaCodec codec = new ScaenaCodec();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private final DatagramChannel channel = DatagramChannel.open();
    private final Selector selector = Selector.open();

    private Canary(int port) throws IOException {
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
    }

    static Readiness<Integer> on(int port) {
        return startup -> {
            try (Canary canary = new Canary(port)) {
                canary.prove();
                return port;
            }
        };
    }

    private void prove() throws IOException {
        do {
            send(OscMessage.of("/status"));
        } while (!hears("/status.reply", ASK_AGAIN_MS));
        send(OscMessage.of("/notify", 1));
        send(OscMessage.of("/d_recv", OscBlob.of(definition()), life()));
        await("/n_go");
        await("/n_end");
        send(OscMessage.of("/notify", 0));
    }

    /** The canary's whole life, begun when its definition is there. */
    private static OscBundle life() {
        return OscBundle.of(
                OscTimeTag.IMMEDIATELY,
                OscMessage.of("/s_new", "canary", NODE, 0, 0),
                OscMessage.of("/n_free", NODE));
    }

    private void await(String answer) throws IOException {
        if (!hears(answer, ANSWER_MS)) {
            throw new IOException("scsynth did not send " + answer);
        }
    }

    private void send(OscMessage message) throws IOException {
        codec.encode(message, buffer.clear());
        try {
            channel.write(buffer.flip());
        } catch (PortUnreachableException notYet) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private boolean hears(String address, int limitMs) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMs);
        for (long left = limitMs; left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            selector.select(left);
            selector.selectedKeys().clear();
            if (reads(address)) {
                return true;
            }
        }
        return false;
    }

    private boolean reads(String address) throws IOException {
        try {
            while (channel.read(buffer.clear()) > 0) {
                OscPacket packet = codec.decode(buffer.flip());
                if (packet instanceof OscMessage message && message.address().equals(address)) {
                    return true;
                }
            }
        } catch (PortUnreachableException notYet) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        return false;
    }

    /** One unit, DC at control rate, with a constant 0. */
    private static byte[] definition() {
        ByteBuffer file = ByteBuffer.allocate(128);
        file.putInt(0x53436766).putInt(2).putShort((short) 1); // SCgf, version 2, one
        file.put((byte) 6).put(new byte[] {'c', 'a', 'n', 'a', 'r', 'y'});
        file.putInt(1).putFloat(0f).putInt(0).putInt(0); // a constant, no parameters
        file.putInt(1).put((byte) 2).put(new byte[] {'D', 'C'});
        file.put((byte) 1).putInt(1).putInt(1).putShort((short) 0); // control rate, 1 in, 1 out
        file.putInt(-1).putInt(0).put((byte) 1); // its input, its output
        file.putShort((short) 0); // no variants
        byte[] bytes = new byte[file.position()];
        file.flip().get(bytes);
        return bytes;
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.close();
    }
}
