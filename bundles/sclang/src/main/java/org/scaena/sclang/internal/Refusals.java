package org.scaena.sclang.internal;

import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds in the output why the language refused code: it prints the reason and hands over nothing.
 *
 * <p>Called on the process's tail thread.
 */
final class Refusals {

    private static final Pattern END = Pattern.compile("scaena: refused (\\d+)");
    private static final int MOST_LINES = 40;

    private final BiConsumer<Integer, String> refused;
    private final StringBuilder error = new StringBuilder();
    private int lines;

    /**
     * Listens.
     *
     * @param refused told the number of the request and the reason
     */
    Refusals(BiConsumer<Integer, String> refused) {
        this.refused = refused;
    }

    void printed(String line) {
        Matcher end = END.matcher(line);
        if (end.matches()) {
            refused.accept(Integer.parseInt(end.group(1)), error.toString().strip());
            error.setLength(0);
        } else if (line.startsWith("ERROR: Command line parse failed")) {
            lines = MOST_LINES;
        } else if (line.startsWith("ERROR")) {
            error.setLength(0);
            lines = 0;
            error.append(line).append('\n');
        } else if (error.length() > 0 && lines < MOST_LINES) {
            error.append(line).append('\n');
            lines++;
        }
    }
}
