package org.scaena.process.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Consumer;

/** Makes lines that people may safely see from bytes of any kind. For one thread. */
final class LineSplitter {

    /** Bytes of a line that are kept; what is longer is cut. */
    static final int MAX_LINE = 4096;

    private static final HexFormat HEX = HexFormat.of();

    private final Consumer<String> lines;
    private final byte[] line = new byte[MAX_LINE];
    private int length;
    private boolean cut;

    LineSplitter(Consumer<String> lines) {
        this.lines = lines;
    }

    /** Takes the next bytes and hands on each line that they complete. */
    void add(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (next == '\n') {
                emit();
            } else if (length < MAX_LINE) {
                line[length++] = next;
            } else {
                cut = true;
            }
        }
    }

    /** Bytes of the line that is not complete yet, as far as they are kept. */
    int pending() {
        return length;
    }

    /** Hands on what has come without an end. */
    void end() {
        if (length > 0) {
            emit();
        }
    }

    private void emit() {
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        String text = escape(new String(line, 0, end, StandardCharsets.UTF_8));
        boolean wasCut = cut;
        length = 0;
        cut = false;
        lines.accept(wasCut ? text + "…" : text);
    }

    private static String escape(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSafe(c)) {
                if (escaped != null) {
                    escaped.append(c);
                }
            } else {
                if (escaped == null) {
                    escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
                }
                if (c == '\t') {
                    escaped.append("\\t");
                } else {
                    escaped.append("\\u").append(HEX.toHexDigits(c));
                }
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    /** Neither a control character nor one that turns the direction or breaks the line. */
    private static boolean isSafe(char c) {
        if (c >= ' ' && c < 0x7f) {
            return true;
        }
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
