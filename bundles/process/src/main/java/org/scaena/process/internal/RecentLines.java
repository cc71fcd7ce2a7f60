package org.scaena.process.internal;

import java.util.ArrayDeque;
import java.util.List;

/** The last lines of an output. Safe for use by several threads. */
final class RecentLines {

    /** Lines that are kept. */
    static final int CAPACITY = 200;

    private final ArrayDeque<String> lines = new ArrayDeque<>();

    synchronized void add(String line) {
        if (lines.size() == CAPACITY) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    /** At most so many of the last, oldest first. */
    synchronized List<String> last(int count) {
        return lines.stream().skip(Math.max(0, lines.size() - count)).toList();
    }
}
