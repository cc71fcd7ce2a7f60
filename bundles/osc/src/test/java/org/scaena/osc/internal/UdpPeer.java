package org.scaena.osc.internal;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscEndpoint;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.conformance.Bytes;

/** The other end of a UDP link, made of an ordinary socket. */
final class UdpPeer implements AutoCloseable {

    private final OscCodec codec = new ScaenaCodec();
    private final DatagramSocket socket;

    UdpPeer() throws IOException {
        this(0);
    }

    UdpPeer(int port) throws IOException {
        socket = new DatagramSocket(port, InetAddress.getByName(OscEndpoint.LOOPBACK));
        socket.setReceiveBufferSize(4 << 20);
        socket.setSoTimeout(20_000);
    }

    OscEndpoint endpoint() {
        return OscEndpoint.local(socket.getLocalPort());
    }

    OscPacket packet() throws IOException {
        DatagramPacket datagram = new DatagramPacket(new byte[1 << 16], 1 << 16);
        socket.receive(datagram);
        return Bytes.decoded(codec, Arrays.copyOf(datagram.getData(), datagram.getLength()));
    }

    OscMessage message() throws IOException {
        return (OscMessage) packet();
    }

    void send(OscPacket packet, InetSocketAddress to) throws IOException {
        send(Bytes.encoded(codec, packet), to);
    }

    void send(byte[] bytes, InetSocketAddress to) throws IOException {
        socket.send(new DatagramPacket(bytes, bytes.length, to));
    }

    @Override
    public void close() {
        socket.close();
    }
}
