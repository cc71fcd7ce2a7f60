package org.scaena.server.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;

/** Packets as a person would write them: {@code /s_new s2 1000 0 1 amp 0.5}. */
final class OscText {

    private static final int LONGEST = 300;

    private OscText() {}

    /** In one line without control characters, the end cut off if it is very long. */
    static String of(OscPacket packet) {
        String text = text(packet).replaceAll("\\p{Cntrl}", "?");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static String text(OscPacket packet) {
        if (packet instanceof OscMessage message) {
            return message.arguments().stream()
                    .map(argument -> " " + argument(argument))
                    .collect(Collectors.joining("", message.address(), ""));
        }
        return ((OscBundle) packet)
                .elements().stream().map(OscText::text).collect(Collectors.joining("; "));
    }

    private static String argument(Object argument) {
        if (argument instanceof String text && (text.isEmpty() || text.indexOf(' ') >= 0)) {
            return "'" + text + "'";
        } else if (argument instanceof OscBlob blob) {
            return "<%d bytes>".formatted(blob.size());
        } else if (argument instanceof List<?> array) {
            return array.stream().map(OscText::argument).collect(Collectors.joining(" ", "[", "]"));
        } else if (argument instanceof OscPacket completion) {
            return "<" + text(completion) + ">";
        }
        return String.valueOf(argument);
    }
}
