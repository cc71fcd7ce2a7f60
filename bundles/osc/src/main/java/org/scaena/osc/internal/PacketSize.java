package org.scaena.osc.internal;

import java.util.List;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscFormatException;
import org.scaena.osc.OscFormatException.Reason;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscSymbol;

/** The length of a packet in bytes, and the refusal of what has no encoding. */
final class PacketSize {

    private static final int BUNDLE_HEAD = 16;

    private PacketSize() {}

    static long of(OscPacket packet, int depth) {
        if (packet instanceof OscMessage message) {
            checkAddress(message.address());
            return text(message.address())
                    + padded(2 + tags(message.arguments()))
                    + arguments(message.arguments());
        }
        return bundle((OscBundle) packet, depth);
    }

    private static long bundle(OscBundle bundle, int depth) {
        checkDepth(depth);
        long bytes = BUNDLE_HEAD;
        List<OscPacket> elements = bundle.elements();
        for (int i = 0; i < elements.size(); i++) {
            bytes += Integer.BYTES + of(elements.get(i), depth + 1);
        }
        return bytes;
    }

    /** The number of letters for these arguments, brackets included. */
    static int tags(List<?> arguments) {
        int letters = arguments.size();
        for (int i = 0; i < arguments.size(); i++) {
            Object argument = arguments.get(i);
            if (isPlain(argument)) {
                continue; // most: to ask a number whether it is a list takes far longer
            }
            if (argument instanceof List<?> array) {
                letters += 1 + tags(array);
            }
        }
        return letters;
    }

    private static boolean isPlain(Object argument) {
        return argument instanceof Number || argument instanceof String;
    }

    private static long arguments(List<?> arguments) {
        long bytes = 0;
        for (int i = 0; i < arguments.size(); i++) {
            bytes += argument(arguments.get(i));
        }
        return bytes;
    }

    private static long argument(Object argument) {
        return switch (TypeTag.of(argument)) {
            case TypeTag.INT, TypeTag.FLOAT, TypeTag.CHAR -> Integer.BYTES;
            case TypeTag.DOUBLE, TypeTag.LONG, TypeTag.TIME -> Long.BYTES;
            case TypeTag.STRING -> text((String) argument);
            case TypeTag.SYMBOL -> text(((OscSymbol) argument).name());
            case TypeTag.BLOB -> Integer.BYTES + padded(bytes(argument));
            case TypeTag.ARRAY -> arguments((List<?>) argument);
            default -> 0;
        };
    }

    private static long bytes(Object blob) {
        return blob instanceof OscPacket packet ? of(packet, 0) : ((OscBlob) blob).size();
    }

    private static long text(String text) {
        return padded(Utf8.length(text) + 1);
    }

    private static long padded(long bytes) {
        return bytes + 3 & ~3L;
    }

    static int padded(int bytes) {
        return bytes + 3 & ~3;
    }

    static void checkAddress(String address) {
        if (address.equals("#bundle")) {
            throw new OscFormatException(
                    Reason.UNSUPPORTED, "a message called #bundle would be read as a bundle");
        }
    }

    static void checkDepth(int depth) {
        if (depth > ScaenaCodec.MAX_DEPTH) {
            throw new OscFormatException(
                    Reason.BAD_NESTING, "bundles nest deeper than " + ScaenaCodec.MAX_DEPTH);
        }
    }
}
