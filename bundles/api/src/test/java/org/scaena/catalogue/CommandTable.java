package org.scaena.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.scaena.command.Command;
import org.scaena.command.ReplyKey;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;

/** The table of all commands, from {@code commands.txt}. */
final class CommandTable {

    /** A line of it: the type tags are a regular expression. */
    record Row(String name, String pattern, String reply) {

        boolean allows(Command<?> command) {
            return tags(command.message().arguments()).matches(pattern)
                    && command.replyKey().map(ReplyKey::address).orElse("-").equals(reply);
        }
    }

    private CommandTable() {}

    static Map<String, Row> read() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        CommandTable.class.getResourceAsStream("commands.txt")),
                                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\s+"))
                    .map(c -> new Row(c[1], c[2].equals("-") ? "" : c[2], c[3]))
                    .collect(Collectors.toMap(Row::name, Function.identity()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String described(Command<?> command) {
        OscMessage message = command.message();
        return message.address()
                + " "
                + tags(message.arguments())
                + " "
                + command.replyKey().map(ReplyKey::address).orElse("-");
    }

    private static String tags(List<?> arguments) {
        return arguments.stream().map(CommandTable::tag).collect(Collectors.joining());
    }

    private static String tag(Object argument) {
        if (argument instanceof List<?> array) {
            return "[" + tags(array) + "]";
        }
        if (argument instanceof OscBlob || argument instanceof OscPacket) {
            return "b";
        }
        return argument.getClass().getSimpleName().substring(0, 1).toLowerCase();
    }
}
