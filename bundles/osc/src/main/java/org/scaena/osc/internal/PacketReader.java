package org.scaena.osc.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscConstant;
import org.scaena.osc.OscFormatException;
import org.scaena.osc.OscFormatException.Reason;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscSymbol;
import org.scaena.osc.OscTimeTag;

/**
 * Reads one packet.
 *
 * <p>{@code position} and {@code end} are always multiples of four, counted from the packet's first
 * byte, and nothing is read or allocated before it is known to lie between them.
 */
final class PacketReader {

    private final ByteBuffer in;
    private int position;
    private int end;

    /** Takes a big-endian buffer that holds the packet from zero to its limit. */
    PacketReader(ByteBuffer in) {
        this.in = in;
        this.end = in.limit();
    }

    OscPacket read() {
        if (end == 0) {
            throw new OscFormatException(Reason.EMPTY, "a packet of no bytes");
        }
        if (end % 4 != 0) {
            throw new OscFormatException(
                    Reason.UNALIGNED, end + " bytes are no multiple of four: the rest is lost");
        }
        return packet(1);
    }

    private OscPacket packet(int depth) {
        if (end - position >= Long.BYTES && in.getLong(position) == PacketWriter.BUNDLE_MARK) {
            position += Long.BYTES;
            return bundle(depth);
        }
        return message();
    }

    private OscBundle bundle(int depth) {
        PacketSize.checkDepth(depth);
        OscTimeTag time = new OscTimeTag(int64());
        List<OscPacket> elements = new ArrayList<>();
        int bundleEnd = end;
        while (position < bundleEnd) {
            int size = int32();
            if (size <= 0 || size % 4 != 0 || size > bundleEnd - position) {
                throw fault(Reason.BAD_LENGTH, "an element of " + size + " bytes");
            }
            end = position + size;
            elements.add(packet(depth + 1));
            end = bundleEnd;
        }
        return new OscBundle(time, elements);
    }

    private OscMessage message() {
        String address = text();
        if (address.isEmpty()) {
            throw fault(Reason.BAD_MESSAGE, "a message without an address");
        }
        if (position == end) {
            return new OscMessage(address, List.of());
        }
        if (in.get(position) != ',') {
            throw fault(Reason.BAD_MESSAGE, "arguments without type tags");
        }
        TagReader tags = new TagReader(in, position + 1, zero());
        position = padded(tags.end() + 1);
        List<Object> arguments = arguments(tags, 0);
        if (position != end) {
            throw fault(Reason.TRAILING, (end - position) + " bytes after the last argument");
        }
        return new OscMessage(address, arguments);
    }

    private List<Object> arguments(TagReader tags, int depth) {
        Object[] arguments = new Object[tags.count(depth)];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(tags, depth);
        }
        return List.of(arguments);
    }

    private Object argument(TagReader tags, int depth) {
        int tag = tags.next();
        return switch (tag) {
            case TypeTag.INT -> int32();
            case TypeTag.FLOAT -> Float.intBitsToFloat(int32());
            case TypeTag.STRING -> text();
            case TypeTag.BLOB -> blob();
            case TypeTag.DOUBLE -> Double.longBitsToDouble(int64());
            case TypeTag.LONG -> int64();
            case TypeTag.TIME -> new OscTimeTag(int64());
            case TypeTag.SYMBOL -> new OscSymbol(text());
            case TypeTag.CHAR -> character();
            case TypeTag.TRUE -> true;
            case TypeTag.FALSE -> false;
            case TypeTag.NIL -> OscConstant.NIL;
            case TypeTag.IMPULSE -> OscConstant.IMPULSE;
            case TypeTag.ARRAY -> array(tags, depth + 1);
            default -> throw fault(Reason.UNKNOWN_TYPE, "type tag 0x" + Integer.toHexString(tag));
        };
    }

    private List<Object> array(TagReader tags, int depth) {
        List<Object> elements = arguments(tags, depth);
        tags.next();
        return elements;
    }

    private int int32() {
        need(Integer.BYTES);
        position += Integer.BYTES;
        return in.getInt(position - Integer.BYTES);
    }

    private long int64() {
        need(Long.BYTES);
        position += Long.BYTES;
        return in.getLong(position - Long.BYTES);
    }

    private char character() {
        int code = int32();
        if (code >>> Character.SIZE != 0) {
            throw fault(Reason.UNSUPPORTED, "character code " + code + " beyond 16 bits");
        }
        return (char) code;
    }

    private OscBlob blob() {
        int size = int32();
        if (size < 0 || size > end - position) {
            throw fault(Reason.BAD_LENGTH, "a blob of " + size + " bytes");
        }
        OscBlob blob = OscBlob.of(in.slice(position, size));
        position += padded(size);
        return blob;
    }

    private String text() {
        int start = position;
        int length = zero() - start;
        position = padded(start + length + 1);
        if (in.hasArray()) {
            return new String(in.array(), in.arrayOffset() + start, length, StandardCharsets.UTF_8);
        }
        byte[] bytes = new byte[length];
        in.get(start, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The index of the zero that closes the string at the position. */
    private int zero() {
        for (int i = position; i < end; i++) {
            if (in.get(i) == 0) {
                return i;
            }
        }
        throw position == end
                ? fault(Reason.TRUNCATED, "the packet ends before a string")
                : fault(Reason.UNTERMINATED, "a string without its closing zero");
    }

    private void need(int bytes) {
        if (bytes > end - position) {
            throw fault(Reason.TRUNCATED, "the packet ends inside a value");
        }
    }

    private OscFormatException fault(Reason reason, String what) {
        return new OscFormatException(reason, what + " (at byte " + position + ")");
    }

    private static int padded(int bytes) {
        return bytes + 3 & ~3;
    }
}
