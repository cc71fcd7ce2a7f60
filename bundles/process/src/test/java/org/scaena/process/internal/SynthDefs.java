package org.scaena.process.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The smallest definitions, as bytes of a version 2 file. */
final class SynthDefs {

    private SynthDefs() {}

    /** A silent synth: {@code Out.kr(0, DC.kr(0))} without the Out. */
    static byte[] canary() {
        return of("canary", "DC");
    }

    /** One unit of control rate with a constant input and one output. */
    static byte[] of(String name, String unit) {
        ByteBuffer file = ByteBuffer.allocate(256);
        file.put("SCgf".getBytes(StandardCharsets.US_ASCII)).putInt(2).putShort((short) 1);
        text(file, name);
        file.putInt(1).putFloat(0f); // constants
        file.putInt(0).putInt(0); // parameters and their names
        file.putInt(1);
        text(file, unit);
        file.put((byte) 1).putInt(1).putInt(1).putShort((short) 0);
        file.putInt(-1).putInt(0); // the constant
        file.put((byte) 1); // the output's rate
        file.putShort((short) 0); // variants
        byte[] bytes = new byte[file.position()];
        file.flip().get(bytes);
        return bytes;
    }

    /** That many sounds of which the last is added to each: all their wires are in use at once. */
    static byte[] wires(String name, int count) {
        ByteBuffer file = ByteBuffer.allocate(64 << 10);
        file.put("SCgf".getBytes(StandardCharsets.US_ASCII)).putInt(2).putShort((short) 1);
        text(file, name);
        file.putInt(1).putFloat(0f); // constants
        file.putInt(0).putInt(0); // parameters and their names
        file.putInt(2 * count - 1);
        for (int i = 0; i < count; i++) {
            text(file, "DC");
            file.put((byte) 2).putInt(1).putInt(1).putShort((short) 0);
            file.putInt(-1).putInt(0); // the constant
            file.put((byte) 2);
        }
        for (int i = 0; i < count - 1; i++) {
            text(file, "BinaryOpUGen");
            file.put((byte) 2).putInt(2).putInt(1).putShort((short) 0);
            file.putInt(i).putInt(0).putInt(count - 1).putInt(0);
            file.put((byte) 2);
        }
        file.putShort((short) 0); // variants
        byte[] bytes = new byte[file.position()];
        file.flip().get(bytes);
        return bytes;
    }

    private static void text(ByteBuffer file, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        file.put((byte) bytes.length).put(bytes);
    }
}
