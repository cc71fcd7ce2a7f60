package org.scaena.osc.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/** One packet per datagram, to and from one peer; the system drops what others send. */
final class UdpWire implements Wire {

    /** The longest payload of an IPv4 datagram. */
    static final int MAX_PACKET_BYTES = 65_507;

    /** Asked for: one burst of scsynth, 1,023 notifications, takes 850 kB of kernel memory. */
    static final int RECEIVE_BUFFER_BYTES = 4 << 20;

    private final DatagramChannel channel;
    private final InetSocketAddress local;
    private final int receiveBufferBytes;
    private final ByteBuffer in = ByteBuffer.allocate(1 << 16);
    private final ByteBuffer out = ByteBuffer.allocateDirect(MAX_PACKET_BYTES);

    private UdpWire(DatagramChannel channel) throws IOException {
        this.channel = channel;
        this.local = (InetSocketAddress) channel.getLocalAddress();
        this.receiveBufferBytes = channel.getOption(StandardSocketOptions.SO_RCVBUF);
    }

    static UdpWire open(InetSocketAddress remote, int localPort) throws IOException {
        DatagramChannel channel = DatagramChannel.open(Addresses.family(remote));
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER_BYTES);
            channel.bind(Addresses.localEnd(remote, localPort));
            channel.connect(remote);
            return new UdpWire(channel);
        } catch (IOException | RuntimeException failure) {
            channel.close();
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
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public ByteBuffer receive() throws IOException {
        channel.read(in.clear());
        return in.flip();
    }

    @Override
    public ByteBuffer prepare(int bytes) {
        return out.clear();
    }

    @Override
    public void transmit() throws IOException {
        out.flip();
        try {
            channel.write(out);
        } catch (PortUnreachableException earlier) {
            // The system reports on an earlier datagram and has not looked at this one. If the port
            // is still closed, this one raises the report anew, and the reader hears of it.
            channel.write(out);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
