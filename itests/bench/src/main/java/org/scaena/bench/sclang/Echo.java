package org.scaena.bench.sclang;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The floor: a plain socket, and an OSCdef of the same language that sends back what it gets. */
final class Echo implements AutoCloseable {

    /** Made in the language by evaluating this. */
    static final String CODE =
            "OSCdef(\\benchEcho, { |msg, time, addr| addr.sendMsg('/echo') }, '/echo'); nil";

    private static final byte[] MESSAGE =
            Arrays.copyOf("/echo\0\0\0,".getBytes(StandardCharsets.US_ASCII), 12);

    private static final int LIMIT_MS = 5_000;

    private final DatagramSocket socket;
    private final DatagramPacket request;
    private final DatagramPacket answer = new DatagramPacket(new byte[64], 64);

    Echo(int port) throws IOException {
        this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        this.socket.setSoTimeout(LIMIT_MS);
        this.request =
                new DatagramPacket(
                        MESSAGE,
                        MESSAGE.length,
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    void roundTrip() throws IOException {
        socket.send(request);
        socket.receive(answer);
    }

    @Override
    public void close() {
        socket.close();
    }
}
