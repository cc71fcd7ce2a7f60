package org.scaena.host.internal;

import java.util.ArrayList;
import java.util.List;

/** Lines of a configuration file as they count: no comments, continued lines joined. */
final class LogicalLines {

    /**
     * A line that sets something.
     *
     * @param number where it begins, counted from 1
     * @param text without surrounding blanks
     */
    record Line(int number, String text) {}

    private LogicalLines() {}

    /** A line that ends in a backslash goes on in the next; {@code #} and {@code !} comment. */
    static List<Line> of(List<String> lines) {
        List<Line> logical = new ArrayList<>();
        StringBuilder begun = new StringBuilder();
        int begunAt = 0;
        for (int number = 1; number <= lines.size(); number++) {
            String text = lines.get(number - 1).strip();
            if (begun.isEmpty() && (text.isEmpty() || "#!".indexOf(text.charAt(0)) >= 0)) {
                continue;
            }
            begunAt = begun.isEmpty() ? number : begunAt;
            if (text.endsWith("\\") && number < lines.size()) {
                begun.append(text, 0, text.length() - 1).append(' ');
                continue;
            }
            logical.add(new Line(begunAt, begun.append(text).toString()));
            begun.setLength(0);
        }
        return logical;
    }
}
