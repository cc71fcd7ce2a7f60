package org.scaena.osc.internal;

import java.nio.ByteBuffer;
import org.scaena.osc.OscFormatException;
import org.scaena.osc.OscFormatException.Reason;

/** UTF-8 without allocation; half a surrogate pair becomes a question mark, as in the JDK. */
final class Utf8 {

    private Utf8() {}

    /** The number of bytes, without a closing zero. */
    static long length(String text) {
        long bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw zero();
            } else if (c >= 0x80) {
                if (isPair(text, i)) {
                    bytes += 2;
                    i++;
                } else if (!Character.isSurrogate(c)) {
                    bytes += c < 0x800 ? 1 : 2;
                }
            }
        }
        return bytes;
    }

    /** Writes the bytes with a closing zero, and zeros up to the next multiple of four. */
    static void writePadded(String text, ByteBuffer target) {
        int start = target.position();
        if (!writeAscii(text, start, target)) {
            target.position(start);
            writeFrom(0, text, target);
            pad(target.position() - start, target);
        }
    }

    /** Four letters at a time, the last of them with the padding; gives up at any other letter. */
    private static boolean writeAscii(String text, int start, ByteBuffer target) {
        int length = text.length();
        int whole = length & ~3;
        for (int i = 0; i < whole; i += 4) {
            char a = text.charAt(i);
            char b = text.charAt(i + 1);
            char c = text.charAt(i + 2);
            char d = text.charAt(i + 3);
            int word = a << 24 | b << 16 | c << 8 | d;
            if ((a | b | c | d) >= 0x80 || hasZero(word)) {
                return false;
            }
            target.putInt(start + i, word);
        }
        int word = 0;
        for (int i = whole; i < length; i++) {
            char c = text.charAt(i);
            if (c == 0 || c >= 0x80) {
                return false;
            }
            word |= c << 24 - 8 * (i - whole);
        }
        target.putInt(start + whole, word);
        target.position(start + whole + Integer.BYTES);
        return true;
    }

    /** Whether one of four bytes, each below 0x80, is zero: then its highest bit is borrowed. */
    private static boolean hasZero(int word) {
        return (word - 0x01010101 & 0x80808080) != 0;
    }

    private static void pad(int length, ByteBuffer target) {
        for (int i = length; i < PacketSize.padded(length + 1); i++) {
            target.put((byte) 0);
        }
    }

    private static void writeFrom(int first, String text, ByteBuffer target) {
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw zero();
            } else if (c < 0x80) {
                target.put((byte) c);
            } else if (c < 0x800) {
                target.put((byte) (0xC0 | c >> 6)).put(last6(c));
            } else if (isPair(text, i)) {
                int point = Character.toCodePoint(c, text.charAt(++i));
                target.put((byte) (0xF0 | point >> 18)).put(last6(point >> 12));
                target.put(last6(point >> 6)).put(last6(point));
            } else if (Character.isSurrogate(c)) {
                target.put((byte) '?');
            } else {
                target.put((byte) (0xE0 | c >> 12)).put(last6(c >> 6)).put(last6(c));
            }
        }
    }

    private static boolean isPair(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }

    private static OscFormatException zero() {
        return new OscFormatException(
                Reason.UNSUPPORTED, "OSC text ends at its first zero: take out \\0");
    }

    private static byte last6(int bits) {
        return (byte) (0x80 | bits & 0x3F);
    }
}
