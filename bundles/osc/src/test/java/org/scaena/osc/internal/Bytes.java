package org.scaena.osc.internal;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscPacket;

/** Bytes written by hand, and packets turned into bytes. */
final class Bytes {

    private Bytes() {}

    /** Bytes from hexadecimal digits, text in single quotes, and blanks that mean nothing. */
    static byte[] of(String notation) {
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

    static byte[] encoded(OscCodec codec, OscPacket packet) {
        ByteBuffer target = ByteBuffer.allocate(codec.size(packet));
        codec.encode(packet, target);
        return target.array();
    }

    static OscPacket decoded(OscCodec codec, byte[] bytes) {
        return codec.decode(ByteBuffer.wrap(bytes));
    }
}
