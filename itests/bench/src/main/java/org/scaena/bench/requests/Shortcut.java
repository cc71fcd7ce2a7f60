package org.scaena.bench.requests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;

/** Stands between one client and a scsynth; answers {@code /sync} itself while it is told to. */
final class Shortcut implements AutoCloseable {

    private static final byte[] SYNC = "/sync\0\0\0,i\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SYNCED = "/synced\0,i\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int SYNC_BYTES = 16;
    private static final int LARGEST = 1 << 16;

    private final DatagramChannel front = DatagramChannel.open();
    private final DatagramChannel back = DatagramChannel.open();
    private volatile SocketAddress client;
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
        ByteBuffer start = ByteBuffer.wrap(SYNC);
        while (true) {
            SocketAddress sender = front.receive(packet.clear());
            packet.flip();
            boolean sync =
                    packet.limit() == SYNC_BYTES && packet.slice(0, SYNC.length).equals(start);
            if (answers && sync) {
                int id = packet.getInt(SYNC.length);
                front.send(packet.clear().put(SYNCED).putInt(id).flip(), sender);
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
            front.send(packet.flip(), client);
        }
    }

    @Override
    public void close() throws IOException {
        front.close();
        back.close();
    }
}
