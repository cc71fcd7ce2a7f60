package org.scaena.bench.requests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;

/**
 * Stands between one client and a scsynth; while it is told to it answers {@code /sync} itself, and
 * {@code /status} as scsynth did last.
 */
final class Shortcut implements AutoCloseable {

    private static final byte[] SYNC = "/sync\0\0\0,i\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SYNCED = "/synced\0,i\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] STATUS = "/status\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] STATUS_REPLY =
            "/status.reply\0".getBytes(StandardCharsets.US_ASCII);
    private static final int SYNC_BYTES = 16;
    private static final int LARGEST = 1 << 16;

    private final DatagramChannel front = DatagramChannel.open();
    private final DatagramChannel back = DatagramChannel.open();
    private volatile SocketAddress client;
    private volatile byte[] lastStatus = {};
    private volatile boolean answers;

    Shortcut(InetSocketAddress scsynth) throws IOException {
        front.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        back.connect(scsynth);
        client = front.getLocalAddress();
        start("scaena-bench-shortcut-in", this::forward);
        start("scaena-bench-shortcut-out", this::back);
    }

    private interface Loop {
        void run() throws IOException;
    }

    private static void start(String name, Loop loop) {
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                loop.run();
                            } catch (ClosedChannelException closed) {
                                // as asked
                            } catch (IOException failed) {
                                throw new IllegalStateException("the shortcut is broken", failed);
                            }
                        },
                        name);
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return front.socket().getLocalPort();
    }

    void answersSyncs(boolean now) {
        answers = now;
    }

    /** A sync, ready to be sent. */
    static ByteBuffer sync(ByteBuffer packet, int id) {
        return packet.clear().put(SYNC).putInt(id).flip();
    }

    private void forward() throws IOException {
        ByteBuffer packet = ByteBuffer.allocateDirect(LARGEST);
        while (true) {
            SocketAddress sender = front.receive(packet.clear());
            packet.flip();
            if (answers && packet.limit() == SYNC_BYTES && begins(packet, SYNC)) {
                int id = packet.getInt(SYNC.length);
                front.send(packet.clear().put(SYNCED).putInt(id).flip(), sender);
            } else if (answers && begins(packet, STATUS)) {
                front.send(ByteBuffer.wrap(lastStatus), sender);
            } else {
                client = sender;
                back.write(packet);
            }
        }
    }

    private void back() throws IOException {
        ByteBuffer packet = ByteBuffer.allocateDirect(LARGEST);
        while (true) {
            packet.clear();
            back.read(packet);
            packet.flip();
            if (begins(packet, STATUS_REPLY)) {
                byte[] status = new byte[packet.limit()];
                packet.get(0, status);
                lastStatus = status;
            }
            front.send(packet, client);
        }
    }

    private static boolean begins(ByteBuffer packet, byte[] with) {
        return packet.limit() >= with.length
                && packet.slice(0, with.length).equals(ByteBuffer.wrap(with));
    }

    @Override
    public void close() throws IOException {
        front.close();
        back.close();
    }
}
