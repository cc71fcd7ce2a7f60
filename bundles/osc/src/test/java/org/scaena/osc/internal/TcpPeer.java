package org.scaena.osc.internal;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscEndpoint;
import org.scaena.osc.OscMessage;
import org.scaena.osc.conformance.Bytes;

/** The other end of a TCP link, made of ordinary sockets. */
final class TcpPeer implements AutoCloseable {

    private final OscCodec codec = new ScaenaCodec();
    private final ServerSocket server;
    private Socket socket;

    TcpPeer() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getByName(OscEndpoint.LOOPBACK));
        server.setSoTimeout(20_000);
    }

    OscEndpoint endpoint() {
        return new OscEndpoint(
                OscEndpoint.Protocol.TCP, OscEndpoint.LOOPBACK, server.getLocalPort());
    }

    void accept() throws IOException {
        socket = server.accept();
        socket.setSoTimeout(20_000);
        socket.setTcpNoDelay(true);
    }

    byte[] bytes(int count) throws IOException {
        return socket.getInputStream().readNBytes(count);
    }

    OscMessage message() throws IOException {
        byte[] bytes = new byte[new DataInputStream(socket.getInputStream()).readInt()];
        new DataInputStream(socket.getInputStream()).readFully(bytes);
        return (OscMessage) Bytes.decoded(codec, bytes);
    }

    void write(byte... bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    void hangUp() throws IOException {
        socket.close();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
        server.close();
    }
}
