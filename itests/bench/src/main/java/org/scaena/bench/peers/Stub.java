package org.scaena.bench.peers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;

/**
 * Answers each {@code /sync} at once, alone or in a bundle: what is left of a round trip is the
 * client's own cost.
 */
final class Stub implements AutoCloseable {

    private static final int BUNDLE_HEADER = 16;

    private final DatagramChannel channel;
    private final ByteBuffer in = ByteBuffer.allocateDirect(65_536);
    private final ByteBuffer out = ByteBuffer.allocateDirect(64);

    Stub() throws IOException {
        channel = DatagramChannel.open();
        channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread thread = new Thread(this::answer, "scaena-bench-stub");
        thread.setDaemon(true);
        thread.start();
    }

    InetSocketAddress address() throws IOException {
        return (InetSocketAddress) channel.getLocalAddress();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void answer() {
        try {
            while (true) {
                in.clear();
                SocketAddress sender = channel.receive(in);
                in.flip();
                answer(0, in.limit(), sender);
            }
        } catch (ClosedChannelException closed) {
            // as asked
        } catch (IOException failed) {
            throw new IllegalStateException("the stub cannot go on", failed);
        }
    }

    private void answer(int from, int to, SocketAddress sender) throws IOException {
        ByteBuffer packet = in.slice(from, to - from);
        if (Packets.is(packet, "#bundle")) {
            for (int at = from + BUNDLE_HEADER; at < to; at += 4 + in.getInt(at)) {
                answer(at + 4, at + 4 + in.getInt(at), sender);
            }
        } else if (Packets.is(packet, "/sync")) {
            int id = packet.getInt(Packets.arguments(packet));
            channel.send(Packets.begin(out, "/synced", ",i").putInt(id).flip(), sender);
        }
    }
}
