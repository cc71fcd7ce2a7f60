package org.scaena.host.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Dictionary;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.felix.cm.file.ConfigurationHandler;

/** A value in a {@code .config} file: {@code "text"}, {@code I"1"}, {@code B"true"}, a list. */
final class TypedValue {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d+");
    private static final Pattern SWITCH = Pattern.compile("(?i)true|false");

    /** Would be read as false without a word. */
    private static final Pattern NO_SWITCH = Pattern.compile("[Bb]\"(?!(?i:true|false)\").*");

    /** FileInstall takes it as it is, the parser used here does not. */
    private static final Pattern UNESCAPED_EQUALS = Pattern.compile("(?<!\\\\)=");

    private TypedValue() {}

    /** The value, or empty if it is not written as it should be. */
    static Optional<Object> parse(String text) {
        if (NO_SWITCH.matcher(text).matches()) {
            return Optional.empty();
        }
        String escaped = UNESCAPED_EQUALS.matcher(text).replaceAll("\\\\=");
        byte[] line = ("value=" + escaped + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            Dictionary<?, ?> read = ConfigurationHandler.read(new ByteArrayInputStream(line));
            return Optional.ofNullable(read.get("value"));
        } catch (IOException | IllegalArgumentException notTyped) {
            return Optional.empty();
        }
    }

    /** How the value should most likely have been written. */
    static String proposal(String text) {
        String bare = text.replaceAll("^[A-Za-z]?[\"']|[\"']$", "").strip();
        String type = WHOLE_NUMBER.matcher(bare).matches() ? "I" : "";
        type = SWITCH.matcher(bare).matches() ? "B" : type;
        return type + '"' + bare + '"';
    }
}
