package org.scaena.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Maps, lists, text, numbers and truth values as JSON (RFC 8259), two spaces a level. */
final class Json {

    private static final MathContext SEVEN = new MathContext(7);

    private Json() {}

    static String of(@Nullable Object value) {
        return of(value, "\n");
    }

    private static String of(@Nullable Object value, String line) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> quoted(entry.getKey()) + ": " + of(entry.getValue(), line + "  "))
                    .collect(inLines("{", "}", line));
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(item -> of(item, line + "  "))
                    .collect(inLines("[", "]", line));
        }
        if (value instanceof Double number) {
            return Double.isFinite(number)
                    ? new BigDecimal(number).round(SEVEN).stripTrailingZeros().toPlainString()
                    : "null";
        }
        if (value instanceof Number || value instanceof Boolean || value == null) {
            return String.valueOf(value);
        }
        return quoted(value);
    }

    private static Collector<CharSequence, ?, String> inLines(
            String open, String close, String line) {
        return Collectors.collectingAndThen(
                Collectors.joining("," + line + "  "),
                text -> text.isEmpty() ? open + close : open + line + "  " + text + line + close);
    }

    private static String quoted(Object value) {
        StringBuilder text = new StringBuilder("\"");
        for (char letter : value.toString().toCharArray()) {
            if (letter == '"' || letter == '\\') {
                text.append('\\').append(letter);
            } else if (letter < ' ') {
                text.append("\\u%04x".formatted((int) letter));
            } else {
                text.append(letter);
            }
        }
        return text.append('"').toString();
    }
}
