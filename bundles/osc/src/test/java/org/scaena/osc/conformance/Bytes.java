package org.scaena.osc.conformance;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscPacket;

/** Bytes written by hand, and packets turned into bytes. */
public final class Bytes {

    private Bytes() {}

    /** Bytes from hexadecimal digits, text in single quotes, and blanks that mean nothing. */
    public static byte[] of(String notation) {
        StringBuilder hex = new StringBuilder();
        String[] parts = notation.split("'", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 0) {
                hex.append(parts[i].replaceAll("\\s", ""));
            } else {
                parts[i].chars().forEach(c -> hex.append("%02x".formatted(c)));
            }
        }
        return HexFormat.of().parseHex(hex);
    }

    /** What a codec makes of a packet, in a buffer of just the size that it names. */
    public static byte[] encoded(OscCodec codec, OscPacket packet) {
        ByteBuffer target = ByteBuffer.allocate(codec.size(packet));
        codec.encode(packet, target);
        return target.array();
    }

    /** What a codec makes of bytes. */
    public static OscPacket decoded(OscCodec codec, byte[] bytes) {
        return codec.decode(ByteBuffer.wrap(bytes));
    }
}
