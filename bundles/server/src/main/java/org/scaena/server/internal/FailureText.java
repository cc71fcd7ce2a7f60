package org.scaena.server.internal;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scaena.command.CommandFailedException;
import org.scaena.osc.OscMessage;

/**
 * What {@code /fail} says, and whether it tells which of several commands of one name it means.
 *
 * @param command the command's name
 * @param text scsynth's words
 * @param details what follows them: a buffer's number, or a client id
 * @param buffer the buffer that it means
 * @param node the node that it means
 */
record FailureText(
        String command, String text, List<Object> details, OptionalInt buffer, OptionalInt node) {

    private static final Pattern NOT_FOUND =
            Pattern.compile("(?:Node|Group) (-?\\d{1,10}) not found");

    /** Whether a message is a failure. */
    static boolean isOne(OscMessage message) {
        return message.address().equals("/fail")
                && message.size() >= 2
                && message.arguments().get(0) instanceof String
                && message.arguments().get(1) instanceof String;
    }

    /** Reads a failure. */
    static FailureText of(OscMessage failure) {
        String command = failure.stringAt(0);
        String text = failure.stringAt(1);
        List<Object> details = failure.arguments().subList(2, failure.size());
        return new FailureText(command, text, details, buffer(command, details), node(text));
    }

    private static OptionalInt buffer(String command, List<Object> details) {
        return command.contains("b_")
                        && !details.isEmpty()
                        && details.get(0) instanceof Integer number
                ? OptionalInt.of(number)
                : OptionalInt.empty();
    }

    private static OptionalInt node(String text) {
        Matcher found = NOT_FOUND.matcher(text);
        return found.find()
                ? OptionalInt.of((int) Long.parseLong(found.group(1)))
                : OptionalInt.empty();
    }

    CommandFailedException exception() {
        return new CommandFailedException(command, text, details);
    }

    /** Whether it tells a number of the command that it means. */
    boolean isNumbered() {
        return buffer.isPresent() || node.isPresent();
    }

    /** Whether it names this command, by a number or by the path of a file. */
    boolean names(OscMessage candidate) {
        List<Object> arguments = candidate.arguments();
        if (buffer.isPresent()) {
            return !arguments.isEmpty() && arguments.get(0).equals(buffer.getAsInt());
        }
        return arguments.contains(node.isPresent() ? (Object) node.getAsInt() : text);
    }
}
