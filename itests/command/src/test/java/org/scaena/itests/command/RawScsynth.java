package org.scaena.itests.command;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** Asks a scsynth past the host; knows as much of OSC as that takes. */
final class RawScsynth {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int ANSWER_MS = 500;

    /** Address, type tags, and two zeros: group 0, without controls. */
    private static final byte[] QUERY_TREE =
            "/g_queryTree\0\0\0\0,ii\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII);

    private final int port;

    RawScsynth(int port) {
        this.port = port;
    }

    /** Its tree, as it comes on the wire. */
    byte[] tree() throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(ANSWER_MS);
            socket.send(new DatagramPacket(QUERY_TREE, QUERY_TREE.length));
            DatagramPacket reply = new DatagramPacket(new byte[65_536], 65_536);
            socket.receive(reply);
            return Arrays.copyOf(reply.getData(), reply.getLength());
        }
    }

    /** Its tree, once there is a synth of this definition in it. */
    byte[] awaitTree(String defName) throws IOException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            try {
                byte[] tree = tree();
                if (new String(tree, StandardCharsets.ISO_8859_1).contains(defName)) {
                    return tree;
                }
            } catch (SocketTimeoutException | PortUnreachableException notYet) {
                // the next answer may tell
            }
        }
        throw new AssertionError("no synth of " + defName);
    }
}
