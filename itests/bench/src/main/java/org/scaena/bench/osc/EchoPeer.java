package org.scaena.bench.osc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/** Sends every datagram back to where it came from. */
final class EchoPeer implements AutoCloseable {

    private final DatagramChannel channel;

    EchoPeer() throws IOException {
        channel =
                DatagramChannel.open()
                        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread thread = new Thread(this::echo, "scaena-bench-echo");
        thread.setDaemon(true);
        thread.start();
    }

    InetSocketAddress address() throws IOException {
        return (InetSocketAddress) channel.getLocalAddress();
    }

    private void echo() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
        try {
            while (channel.isOpen()) {
                SocketAddress sender = channel.receive(buffer.clear());
                channel.send(buffer.flip(), sender);
            }
        } catch (IOException closed) {
            // that is how it ends
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
