package org.scaena.server.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.scaena.node.NodeTree;
import org.scaena.osc.OscMessage;

/**
 * What a mirror has to be told that comes later: nodes that were asked for and have not come, and
 * all that was said while there was none.
 *
 * <p>Both are bounded and forget the oldest; reading the server's tree makes up for it.
 */
final class Recalled {

    private static final int MOST_EXPECTED = 16_384;
    private static final int MOST_SAID = 65_536;

    private final Map<Integer, Consumer<NodeTree>> expected = new LinkedHashMap<>();
    private final Deque<Consumer<NodeTree>> said = new ArrayDeque<>();
    private boolean collecting;

    /** A node was asked for. */
    synchronized void expect(int id, Consumer<NodeTree> telling) {
        expected.put(id, telling);
        if (expected.size() > MOST_EXPECTED) {
            expected.remove(expected.keySet().iterator().next());
        }
    }

    /** Something came from the server. */
    synchronized void heard(OscMessage message) {
        if (!expected.isEmpty() && message.address().equals("/n_go") && message.size() > 0) {
            expected.remove(message.intAt(0));
        }
    }

    synchronized boolean expects(int id) {
        return expected.containsKey(id);
    }

    /** There is no mirror from now on. */
    synchronized void collect() {
        collecting = true;
    }

    /** Keeps something for the next mirror; false if there is one. */
    synchronized boolean keep(Consumer<NodeTree> telling) {
        if (collecting) {
            said.add(telling);
            if (said.size() > MOST_SAID) {
                said.remove();
            }
        }
        return collecting;
    }

    /**
     * Tells a mirror everything, in order, while no lock is held.
     *
     * @param told run when nothing is left, before anything else can be kept
     */
    void tell(NodeTree mirror, Runnable told) {
        expectations().forEach(telling -> telling.accept(mirror));
        List<Consumer<NodeTree>> next = take(told);
        while (!next.isEmpty()) {
            next.forEach(telling -> telling.accept(mirror));
            next = take(told);
        }
    }

    private synchronized List<Consumer<NodeTree>> expectations() {
        return List.copyOf(expected.values());
    }

    private synchronized List<Consumer<NodeTree>> take(Runnable told) {
        List<Consumer<NodeTree>> next = new ArrayList<>(said);
        said.clear();
        if (next.isEmpty()) {
            collecting = false;
            told.run();
        }
        return next;
    }
}
