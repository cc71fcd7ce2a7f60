package org.scaena.sclang;

import java.util.StringJoiner;

/**
 * Text as it is typed in the language, which cuts a literal at 8 KiB: what is long is put together.
 */
final class Literals {

    /** At most 3 bytes a character. */
    private static final int PIECE = 2_000;

    private Literals() {}

    static String text(String value) {
        if (value.length() <= PIECE) {
            return quoted(value, "\"");
        }
        StringJoiner pieces = new StringJoiner(" ++ ", "(", ")");
        int begin = 0;
        while (begin < value.length()) {
            int end = Math.min(begin + PIECE, value.length());
            if (end < value.length() && Character.isHighSurrogate(value.charAt(end - 1))) {
                end--;
            }
            pieces.add(quoted(value.substring(begin, end), "\""));
            begin = end;
        }
        return pieces.toString();
    }

    static String symbol(String name) {
        return name.length() <= PIECE ? quoted(name, "'") : text(name) + ".asSymbol";
    }

    private static String quoted(String text, String quote) {
        return quote + text.replace("\\", "\\\\").replace(quote, "\\" + quote) + quote;
    }
}
