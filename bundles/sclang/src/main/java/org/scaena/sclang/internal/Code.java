package org.scaena.sclang.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscMessage;
import org.scaena.sclang.SclangValue;

/**
 * Code on its way to the language.
 *
 * @param text with its variables
 */
record Code(String text) {

    /** Proves that code is evaluated. */
    static final Code PROOF = new Code("0");

    /** What goes in a datagram; more goes by file. */
    private static final int MOST_BYTES = 8_000;

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9_]*");

    static Code of(String code, Map<String, SclangValue> variables) {
        StringBuilder text = new StringBuilder();
        variables.forEach(
                (name, value) -> {
                    if (!NAME.matcher(name).matches()) {
                        throw new IllegalArgumentException(
                                "'%s' is no name of a variable: begin it with a small letter"
                                        .formatted(name));
                    }
                    text.append("var ").append(name).append(" = ").append(value).append("; ");
                });
        return new Code(text + code);
    }

    /** The request, with the code or the file that holds it. */
    OscMessage request(String token, int id) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= MOST_BYTES
                ? OscMessage.of("/scaena/eval", token, id, OscBlob.of(bytes))
                : OscMessage.of("/scaena/eval", token, id, file(bytes).toString());
    }

    /** Deleted by the language once it is read. */
    private static Path file(byte[] bytes) {
        try {
            Path file = Files.createTempFile("scaena-", ".scd");
            return Files.write(file, bytes);
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }
}
