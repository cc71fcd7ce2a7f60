package org.scaena.osc.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Map;

/** A lasting connection; each packet stands behind its length as a big-endian int32. */
final class TcpWire implements Wire {

    /** All the real-time memory that scsynth has by default; it takes no definition beyond. */
    static final int MAX_PACKET_BYTES = 8 << 20;

    /** A peer that vanished without a word is noticed after 10 s of silence and 5 s of asking. */
    private static final Map<String, Integer> KEEP_ALIVE =
            Map.of("TCP_KEEPIDLE", 10, "TCP_KEEPINTERVAL", 1, "TCP_KEEPCOUNT", 5);

    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;
    private static final int CHUNK_BYTES = 1 << 16;

    private final SocketChannel channel;
    private final InetSocketAddress local;
    private final int receiveBufferBytes;
    private final FrameReader frames;
    private final ByteBuffer usual = ByteBuffer.allocate(CHUNK_BYTES);
    private ByteBuffer out = usual;

    private TcpWire(SocketChannel channel) throws IOException {
        this.channel = channel;
        this.local = (InetSocketAddress) channel.getLocalAddress();
        this.receiveBufferBytes = channel.getOption(StandardSocketOptions.SO_RCVBUF);
        this.frames = new FrameReader(channel);
    }

    static TcpWire open(InetSocketAddress remote, int localPort) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            keepAlive(channel);
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(Addresses.localEnd(remote, localPort));
            channel.socket().connect(remote, CONNECT_TIMEOUT_MILLIS);
            return new TcpWire(channel);
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    /** By name, as not every system has these options, and their package need not be there. */
    @SuppressWarnings("unchecked")
    private static void keepAlive(SocketChannel channel) throws IOException {
        for (SocketOption<?> option : channel.supportedOptions()) {
            Integer value = KEEP_ALIVE.get(option.name());
            if (value != null) {
                channel.setOption((SocketOption<Integer>) option, value);
            }
        }
    }

    @Override
    public InetSocketAddress local() {
        return local;
    }

    @Override
    public int receiveBufferBytes() {
        return receiveBufferBytes;
    }

    @Override
    public int maxPacketBytes() {
        return MAX_PACKET_BYTES;
    }

    @Override
    public boolean outlivesErrors() {
        return false;
    }

    @Override
    public boolean takesAtOnce() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public ByteBuffer receive() throws IOException {
        return frames.next();
    }

    @Override
    public ByteBuffer prepare(int bytes) {
        int frame = Integer.BYTES + bytes;
        out = frame <= usual.capacity() ? usual : ByteBuffer.allocate(frame);
        return out.clear().position(Integer.BYTES);
    }

    @Override
    public void transmit() throws IOException {
        out.flip().putInt(0, out.limit() - Integer.BYTES);
        int end = out.limit();
        // In pieces, because the JDK copies what it writes into native memory that it keeps.
        while (out.position() < end) {
            out.limit(Math.min(end, out.position() + CHUNK_BYTES));
            channel.write(out);
        }
        out = usual;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
