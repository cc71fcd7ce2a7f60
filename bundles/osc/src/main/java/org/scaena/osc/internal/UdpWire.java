package org.scaena.osc.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * One packet per datagram, to and from one peer; the system drops what others send.
 *
 * <p>The channel does not block: a blocking one is closed by the interrupt of any thread that is
 * just sending.
 */
final class UdpWire implements Wire {

    /** The longest payload of an IPv4 datagram. */
    static final int MAX_PACKET_BYTES = 65_507;

    /** Asked for: one burst of scsynth, 1,023 notifications, takes 850 kB of kernel memory. */
    static final int RECEIVE_BUFFER_BYTES = 4 << 20;

    /** How long a datagram waits for a network device that is busy, and between two tries. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration PAUSE = Duration.ofNanos(50_000);

    private final DatagramChannel channel;
    private final Selector readable;
    private final InetSocketAddress local;
    private final int receiveBufferBytes;
    private final ByteBuffer in = ByteBuffer.allocate(1 << 16);
    private final ByteBuffer out = ByteBuffer.allocateDirect(MAX_PACKET_BYTES);

    private UdpWire(DatagramChannel channel, Selector readable) throws IOException {
        this.channel = channel;
        this.readable = readable;
        this.local = (InetSocketAddress) channel.getLocalAddress();
        this.receiveBufferBytes = channel.getOption(StandardSocketOptions.SO_RCVBUF);
    }

    static UdpWire open(InetSocketAddress remote, int localPort) throws IOException {
        DatagramChannel channel = DatagramChannel.open(Addresses.family(remote));
        Selector readable = Selector.open();
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER_BYTES);
            channel.bind(Addresses.localEnd(remote, localPort));
            channel.connect(remote);
            channel.configureBlocking(false).register(readable, SelectionKey.OP_READ);
            return new UdpWire(channel, readable);
        } catch (IOException | RuntimeException failure) {
            channel.close();
            readable.close();
            throw failure;
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
        return true;
    }

    @Override
    public boolean takesAtOnce() {
        return true;
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public ByteBuffer receive() throws IOException {
        // Not read(): that tells an empty datagram and none at all by the same zero.
        while (channel.receive(in.clear()) == null) {
            awaitDatagram();
        }
        return in.flip();
    }

    private void awaitDatagram() throws IOException {
        Thread.interrupted();
        try {
            readable.select(key -> {});
        } catch (ClosedSelectorException closed) {
            throw new ClosedChannelException();
        }
    }

    @Override
    public ByteBuffer prepare(int bytes) {
        return out.clear();
    }

    @Override
    public void transmit() throws IOException {
        out.flip();
        try {
            write();
        } catch (PortUnreachableException earlier) {
            // The system reports on an earlier datagram and has not looked at this one. If the port
            // is still closed, this one raises the report anew, and the reader hears of it.
            write();
        }
    }

    private void write() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (channel.write(out) == 0 && out.hasRemaining()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("the network takes nothing");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** The selector as well, because it keeps a closed channel's port. */
    @Override
    public void close() throws IOException {
        channel.close();
        readable.close();
    }
}
