package org.scaena.console.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file of commands, divided into what is done one after the other. */
final class Script {

    /**
     * Words for the reader, or commands.
     *
     * @param line where it begins, from 1
     * @param text one line of words, or the lines of a command
     * @param isWords whether it begins with {@code #}
     */
    record Step(int line, String text, boolean isWords) {}

    private Script() {}

    /** Reads a file: what is open in brackets at the end of a line goes on in the next. */
    static List<Step> read(Path file) throws IOException {
        List<Step> steps = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        int begin = 1;
        int line = 0;
        for (String text : Files.readAllLines(file)) {
            line++;
            boolean first = open.isEmpty();
            if (first && text.isBlank()) {
                continue;
            }
            begin = first ? line : begin;
            if (first && text.startsWith("#")) {
                steps.add(new Step(line, text.substring(1).strip(), true));
                continue;
            }
            open.append(first ? "" : "\n").append(text);
            if (depth(open) <= 0) {
                steps.add(new Step(begin, open.toString(), false));
                open.setLength(0);
            }
        }
        if (!open.isEmpty()) {
            throw new IOException("line " + begin + ": a bracket is not closed");
        }
        return steps;
    }

    private static long depth(CharSequence text) {
        long opened = text.chars().filter(c -> c == '{' || c == '(' || c == '[').count();
        long closed = text.chars().filter(c -> c == '}' || c == ')' || c == ']').count();
        return opened - closed;
    }
}
