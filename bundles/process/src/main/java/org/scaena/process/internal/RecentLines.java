package org.scaena.process.internal;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.scaena.process.OutputLine;

/** The last lines of an output. Safe for use by several threads. */
final class RecentLines {

    /** Lines that are kept. */
    static final int CAPACITY = 200;

    private final ArrayDeque<OutputLine> lines = new ArrayDeque<>();

    synchronized void add(OutputLine line) {
        if (lines.size() == CAPACITY) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    /** At most so many of the last, oldest first. */
    synchronized List<String> last(int count) {
        return lines.stream()
                .skip(Math.max(0, lines.size() - count))
                .map(OutputLine::text)
                .toList();
    }

    /** The oldest that is wanted. */
    synchronized Optional<OutputLine> first(Predicate<OutputLine> wanted) {
        return lines.stream().filter(wanted).findFirst();
    }
}
