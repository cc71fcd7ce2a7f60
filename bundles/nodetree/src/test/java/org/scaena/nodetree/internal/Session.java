package org.scaena.nodetree.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.scaena.osc.OscMessage;

/**
 * What a client heard from scsynth, from a file: one message a line, what the server printed behind
 * a bar.
 */
record Session(List<OscMessage> messages, String printed) {

    static Session named(String name) {
        List<OscMessage> messages = new ArrayList<>();
        StringBuilder printed = new StringBuilder();
        for (String line : text("/sessions/" + name + ".txt").split("\n")) {
            if (line.startsWith("/")) {
                messages.add(message(line));
            } else if (line.startsWith("| ")) {
                printed.append(line.substring(2)).append('\n');
            }
        }
        return new Session(messages, printed.toString());
    }

    private static String text(String resource) {
        try (InputStream file = Session.class.getResourceAsStream(resource)) {
            return new String(
                    Objects.requireNonNull(file, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static OscMessage message(String line) {
        String[] words = line.split(" ");
        List<Object> arguments = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            arguments.add(argument(words[i]));
        }
        return new OscMessage(words[0], arguments);
    }

    private static Object argument(String word) {
        if (word.matches("-?\\d+")) {
            return Integer.valueOf(word);
        }
        return word.matches("-?[\\d.]+(e[-+]?\\d+)?") ? Float.valueOf(word) : (Object) word;
    }
}
