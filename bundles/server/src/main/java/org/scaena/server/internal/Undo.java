package org.scaena.server.internal;

import java.util.ArrayDeque;
import java.util.Deque;

/** Takes back what was noted of something that is not sent after all. */
final class Undo {

    /** Nothing was noted. */
    static final Undo NOTHING = new Undo();

    private final Deque<Runnable> steps = new ArrayDeque<>(1);

    void add(Runnable step) {
        steps.push(step);
    }

    void run() {
        steps.forEach(Runnable::run);
        steps.clear();
    }
}
