package org.scaena.server.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscMessage;

/** How many bytes a message takes; never less than it does. Source: OSC 1.0 specification. */
final class PacketSize {

    private static final int BUNDLE_HEAD = 20;

    private PacketSize() {}

    /** As an element of a bundle: with its length in front. */
    static int ofElement(OscMessage message) {
        return 4
                + text(message.address())
                + padded(2 + tags(message.arguments()))
                + ofAll(message.arguments());
    }

    private static int tags(List<?> arguments) {
        return arguments.stream()
                .mapToInt(argument -> argument instanceof List<?> array ? 2 + tags(array) : 1)
                .sum();
    }

    private static int ofAll(List<?> arguments) {
        return arguments.stream().mapToInt(PacketSize::of).sum();
    }

    private static int of(Object argument) {
        if (argument instanceof List<?> array) {
            return ofAll(array);
        }
        if (argument instanceof OscBlob blob) {
            return 4 + padded(blob.size());
        }
        if (argument instanceof OscMessage completion) {
            return ofElement(completion);
        }
        if (argument instanceof OscBundle completion) {
            return BUNDLE_HEAD + ofAll(completion.elements());
        }
        return argument instanceof Integer || argument instanceof Float
                ? 4
                : Math.max(8, text(argument.toString()));
    }

    private static int text(String text) {
        return padded(text.getBytes(StandardCharsets.UTF_8).length + 1);
    }

    private static int padded(int bytes) {
        return bytes + 3 & ~3;
    }
}
