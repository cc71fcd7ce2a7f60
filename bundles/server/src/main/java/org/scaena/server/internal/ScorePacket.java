package org.scaena.server.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** A packet's bytes as a score has them: a bundle with a time of the score. */
final class ScorePacket {

    /** {@code #bundle} and its closing zero. */
    private static final long BUNDLE_MARK = 0x2362_756e_646c_6500L;

    private static final int HEAD_BYTES = 2 * Long.BYTES;
    private static final int LONGEST_ADDRESS = 32;

    private ScorePacket() {}

    static boolean isBundle(byte[] packet) {
        return packet.length >= HEAD_BYTES && ByteBuffer.wrap(packet).getLong(0) == BUNDLE_MARK;
    }

    /** The time tag of a bundle. */
    static long time(byte[] bundle) {
        return ByteBuffer.wrap(bundle).getLong(Long.BYTES);
    }

    /** Whether one of its messages has an address like this. */
    static boolean has(byte[] packet, Predicate<String> address) {
        if (!isBundle(packet)) {
            return address.test(address(packet, 0, packet.length));
        }
        ByteBuffer bundle = ByteBuffer.wrap(packet).position(HEAD_BYTES);
        while (bundle.remaining() > Integer.BYTES) {
            int bytes = bundle.getInt();
            if (address.test(address(packet, bundle.position(), bytes))) {
                return true;
            }
            bundle.position(bundle.position() + bytes);
        }
        return false;
    }

    /** The bundle of this time with all its messages but those of an address; may be empty. */
    static byte[] at(long time, byte[] packet, String without) {
        ByteBuffer bundle = ByteBuffer.allocate(HEAD_BYTES + Integer.BYTES + packet.length);
        bundle.putLong(BUNDLE_MARK).putLong(time);
        if (isBundle(packet)) {
            ByteBuffer from = ByteBuffer.wrap(packet).position(HEAD_BYTES);
            while (from.remaining() > Integer.BYTES) {
                int bytes = from.getInt();
                add(bundle, packet, from.position(), bytes, without);
                from.position(from.position() + bytes);
            }
        } else {
            add(bundle, packet, 0, packet.length, without);
        }
        byte[] all = new byte[bundle.position()];
        bundle.flip().get(all);
        return all;
    }

    static boolean isEmpty(byte[] bundle) {
        return bundle.length == HEAD_BYTES;
    }

    private static void add(ByteBuffer bundle, byte[] from, int offset, int bytes, String without) {
        if (!address(from, offset, bytes).equals(without)) {
            bundle.putInt(bytes).put(from, offset, bytes);
        }
    }

    private static String address(byte[] packet, int offset, int bytes) {
        int end = offset;
        int last = offset + Math.min(bytes, LONGEST_ADDRESS);
        while (end < last && packet[end] != 0) {
            end++;
        }
        return new String(packet, offset, end - offset, StandardCharsets.ISO_8859_1);
    }
}
