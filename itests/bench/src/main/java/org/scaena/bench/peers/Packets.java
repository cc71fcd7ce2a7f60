package org.scaena.bench.peers;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** OSC by hand, as lean as it gets: what a client without a library would write. */
final class Packets {

    private Packets() {}

    /** Begins a message: address and type tags. */
    static ByteBuffer begin(ByteBuffer packet, String address, String tags) {
        packet.clear();
        string(packet, address);
        string(packet, tags);
        return packet;
    }

    /** Text with its terminating zeros. */
    static ByteBuffer string(ByteBuffer packet, String text) {
        for (int i = 0; i < text.length(); i++) {
            packet.put((byte) text.charAt(i));
        }
        for (int zeros = 4 - text.length() % 4; zeros > 0; zeros--) {
            packet.put((byte) 0);
        }
        return packet;
    }

    /** Whether a packet is a message to this address. */
    static boolean is(ByteBuffer packet, String address) {
        if (packet.limit() <= address.length() || packet.get(address.length()) != 0) {
            return false;
        }
        for (int i = 0; i < address.length(); i++) {
            if (packet.get(i) != address.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Where the arguments of a message begin. */
    static int arguments(ByteBuffer packet) {
        int tags = endOfString(packet, 0);
        return endOfString(packet, tags);
    }

    /** For messages that went wrong. */
    static String text(ByteBuffer packet) {
        byte[] bytes = new byte[packet.limit()];
        packet.get(0, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1).replace('\0', ' ');
    }

    private static int endOfString(ByteBuffer packet, int from) {
        int at = from;
        while (packet.get(at) != 0) {
            at++;
        }
        return (at / 4 + 1) * 4;
    }
}
