package org.scaena.server.internal;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Commands that scsynth works off one behind the other: those for now, or those of one moment.
 *
 * <p>How far it has come is told by {@link Marks} among them, and by those answers that leave in
 * the order of the commands. Guarded by the lock of the {@link ReplyRouter}.
 */
final class Timeline {

    private final NavigableMap<Long, Request<?>> silent = new TreeMap<>();
    private long passed;

    /** A request that succeeds if nothing is heard of it until it is passed. */
    void add(Request<?> request) {
        silent.put(request.number(), request);
    }

    void remove(Request<?> request) {
        silent.remove(request.number());
    }

    /** Everything up to this number has been worked off; what was silent has succeeded. */
    List<Request<?>> pass(long number) {
        passed = Math.max(passed, number);
        NavigableMap<Long, Request<?>> done = silent.headMap(number, true);
        List<Request<?>> succeeded = List.copyOf(done.values());
        done.clear();
        return succeeded;
    }

    boolean hasPassed(long number) {
        return number <= passed;
    }
}
