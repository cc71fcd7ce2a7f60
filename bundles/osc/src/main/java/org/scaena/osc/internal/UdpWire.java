package org.scaena.osc.internal;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;

/**
 * One packet per datagram, to and from one peer; the system drops what others send.
 *
 * <p>Not a channel: that is closed by the interrupt of any thread that is just sending, or needs a
 * selector, which makes three system calls of one.
 */
final class UdpWire implements Wire {

    /** The longest payload of an IPv4 datagram. */
    static final int MAX_PACKET_BYTES = 65_507;

    /** Asked for: one burst of scsynth, 1,023 notifications, takes 850 kB of kernel memory. */
    static final int RECEIVE_BUFFER_BYTES = 4 << 20;

    private final DatagramSocket socket;
    private final InetSocketAddress local;
    private final int receiveBufferBytes;
    private final ByteBuffer in = ByteBuffer.allocate(1 << 16);
    private final DatagramPacket received = new DatagramPacket(in.array(), in.capacity());
    private final ByteBuffer out = ByteBuffer.allocate(MAX_PACKET_BYTES);
    private final DatagramPacket sent;

    private UdpWire(DatagramSocket socket) throws IOException {
        this.socket = socket;
        this.local = (InetSocketAddress) socket.getLocalSocketAddress();
        this.receiveBufferBytes = socket.getReceiveBufferSize();
        this.sent = new DatagramPacket(out.array(), 0, socket.getRemoteSocketAddress());
    }

    static UdpWire open(InetSocketAddress remote, int localPort) throws IOException {
        DatagramSocket socket = new DatagramSocket(null);
        try {
            socket.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
            socket.bind(Addresses.localEnd(remote, localPort));
            socket.connect(remote);
            return new UdpWire(socket);
        } catch (IOException | RuntimeException failure) {
            socket.close();
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
        return !socket.isClosed();
    }

    @Override
    public ByteBuffer receive() throws IOException {
        received.setLength(in.capacity());
        socket.receive(received);
        return in.clear().limit(received.getLength());
    }

    @Override
    public ByteBuffer prepare(int bytes) {
        return out.clear();
    }

    @Override
    public void transmit() throws IOException {
        sent.setLength(out.position());
        try {
            socket.send(sent);
        } catch (PortUnreachableException earlier) {
            // The system reports on an earlier datagram and has not looked at this one. If the port
            // is still closed, this one raises the report anew, and the reader hears of it.
            socket.send(sent);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
