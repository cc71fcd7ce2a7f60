package org.scaena.osc.internal;

import java.nio.ByteBuffer;
import java.util.List;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscSymbol;
import org.scaena.osc.OscTimeTag;

/** Writes packets into a big-endian buffer. Lists are walked by index: an iterator is garbage. */
final class PacketWriter {

    /** {@code #bundle} and its closing zero. */
    static final long BUNDLE_MARK = 0x2362_756e_646c_6500L;

    private PacketWriter() {}

    static void write(OscPacket packet, int depth, ByteBuffer target) {
        if (packet instanceof OscMessage message) {
            message(message, target);
        } else {
            bundle((OscBundle) packet, depth, target);
        }
    }

    private static void bundle(OscBundle bundle, int depth, ByteBuffer target) {
        PacketSize.checkDepth(depth);
        target.putLong(BUNDLE_MARK).putLong(bundle.time().ntp());
        List<OscPacket> elements = bundle.elements();
        for (int i = 0; i < elements.size(); i++) {
            element(elements.get(i), depth + 1, target);
        }
    }

    private static void message(OscMessage message, ByteBuffer target) {
        PacketSize.checkAddress(message.address());
        List<Object> arguments = message.arguments();
        Utf8.writePadded(message.address(), target);
        int start = target.position();
        target.put((byte) ',');
        tags(arguments, target);
        int length = target.position() - start;
        for (int i = length; i < PacketSize.padded(length + 1); i++) {
            target.put((byte) 0);
        }
        values(arguments, target);
    }

    private static void tags(List<?> arguments, ByteBuffer target) {
        for (int i = 0; i < arguments.size(); i++) {
            Object argument = arguments.get(i);
            char tag = TypeTag.of(argument);
            target.put((byte) tag);
            if (tag == TypeTag.ARRAY) {
                tags((List<?>) argument, target);
                target.put((byte) TypeTag.ARRAY_END);
            }
        }
    }

    private static void values(List<?> arguments, ByteBuffer target) {
        for (int i = 0; i < arguments.size(); i++) {
            value(arguments.get(i), target);
        }
    }

    private static void value(Object argument, ByteBuffer target) {
        switch (TypeTag.of(argument)) {
            case TypeTag.INT -> target.putInt((Integer) argument);
            case TypeTag.FLOAT -> target.putFloat((Float) argument);
            case TypeTag.STRING -> Utf8.writePadded((String) argument, target);
            case TypeTag.BLOB -> blob(argument, target);
            case TypeTag.DOUBLE -> target.putDouble((Double) argument);
            case TypeTag.LONG -> target.putLong((Long) argument);
            case TypeTag.TIME -> target.putLong(((OscTimeTag) argument).ntp());
            case TypeTag.SYMBOL -> Utf8.writePadded(((OscSymbol) argument).name(), target);
            case TypeTag.CHAR -> target.putInt((Character) argument);
            case TypeTag.ARRAY -> values((List<?>) argument, target);
            default -> {
                // the letter says it all
            }
        }
    }

    private static void blob(Object bytes, ByteBuffer target) {
        if (bytes instanceof OscBlob blob) {
            target.putInt(blob.size());
            blob.writeTo(target);
            for (int i = blob.size(); i % 4 != 0; i++) {
                target.put((byte) 0);
            }
        } else {
            element((OscPacket) bytes, 0, target);
        }
    }

    private static void element(OscPacket packet, int depth, ByteBuffer target) {
        int start = target.position();
        target.putInt(0);
        write(packet, depth, target);
        target.putInt(start, target.position() - start - Integer.BYTES);
    }
}
