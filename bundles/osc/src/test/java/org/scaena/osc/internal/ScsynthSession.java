package org.scaena.osc.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscMessage;

/** Packets that once went to and from scsynth, from {@code scsynth-session.txt}. */
record ScsynthSession(OscMessage message, byte[] bytes) {

    static List<ScsynthSession> packets() throws IOException {
        List<ScsynthSession> packets = new ArrayList<>();
        List<String> lines = lines();
        for (int i = 0; i < lines.size(); i += 2) {
            packets.add(
                    new ScsynthSession(
                            message(lines.get(i)),
                            HexFormat.of().parseHex(lines.get(i + 1).trim())));
        }
        return packets;
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = ScsynthSession.class.getResourceAsStream("/scsynth-session.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    private static OscMessage message(String line) {
        String[] fields = line.split("\t");
        List<Object> arguments = new ArrayList<>();
        for (int i = 2; i < fields.length; i++) {
            arguments.add(argument(fields[i].charAt(0), fields[i].substring(2)));
        }
        return new OscMessage(fields[1], arguments);
    }

    private static Object argument(char tag, String text) {
        return switch (tag) {
            case 'i' -> Integer.valueOf(text);
            case 'f' -> Float.valueOf(text);
            case 'd' -> Double.valueOf(text);
            case 's' -> text;
            case 'b' -> OscBlob.of(HexFormat.of().parseHex(text));
            default -> throw new IllegalArgumentException("no such tag: " + tag);
        };
    }
}
