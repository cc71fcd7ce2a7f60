package org.scaena.osc.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscConstant;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscSymbol;
import org.scaena.osc.OscTimeTag;

/** Packets of every shape that can be encoded, the same for the same seed. */
public final class RandomPackets {

    private static final int MAX_DEPTH = 8;

    private final Random random;

    /** The same packets for the same seed. */
    public RandomPackets(long seed) {
        random = new Random(seed);
    }

    /** A packet. */
    public OscPacket next() {
        return packet(1);
    }

    private OscPacket packet(int depth) {
        if (depth > MAX_DEPTH || random.nextInt(3) > 0) {
            return new OscMessage("/" + text(), arguments(0));
        }
        List<OscPacket> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            elements.add(packet(depth + 1));
        }
        return new OscBundle(new OscTimeTag(random.nextLong()), elements);
    }

    private List<Object> arguments(int depth) {
        List<Object> arguments = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            arguments.add(argument(depth));
        }
        return arguments;
    }

    private Object argument(int depth) {
        return switch (random.nextInt(depth < MAX_DEPTH ? 12 : 11)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextFloat();
            case 2 -> text();
            case 3 -> OscBlob.of(bytes(random.nextInt(12)));
            case 4 -> random.nextDouble();
            case 5 -> random.nextLong();
            case 6 -> new OscTimeTag(random.nextLong());
            case 7 -> new OscSymbol(text());
            case 8 -> (char) random.nextInt(Character.MAX_VALUE + 1);
            case 9 -> random.nextBoolean();
            case 10 -> random.nextBoolean() ? OscConstant.NIL : OscConstant.IMPULSE;
            default -> arguments(depth + 1);
        };
    }

    /** Text of letters from all planes, without zeros and halves of pairs. */
    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(10); i > 0; i--) {
            int point = 1 + random.nextInt(1 << 7 + random.nextInt(10));
            text.appendCodePoint(point >= 0xD800 && point < 0xE000 ? 'x' : point);
        }
        return text.toString();
    }

    /** So many bytes. */
    public byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A copy with a few bytes overwritten, cut out or put in. */
    public byte[] mutated(byte[] original) {
        byte[] bytes = original.clone();
        for (int i = 1 + random.nextInt(4); i > 0 && bytes.length > 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] = (byte) "[]ifsb#,\0\377\177\4".charAt(random.nextInt(12));
                case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                default -> bytes = Arrays.copyOf(bytes, at + random.nextInt(3) * 4 & ~3);
            }
        }
        return bytes;
    }
}
