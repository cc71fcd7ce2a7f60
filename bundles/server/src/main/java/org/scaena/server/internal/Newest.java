package org.scaena.server.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.scaena.node.NodeEvent;

/** The nodes that began last, for the tree does not tell their age. Safe for several threads. */
final class Newest {

    private static final int KEPT = 64;

    private final Deque<Integer> ids = new ArrayDeque<>();

    synchronized void event(NodeEvent event) {
        if (event.kind() == NodeEvent.Kind.WENT && !event.node().group()) {
            ids.addFirst(event.node().id());
            if (ids.size() > KEPT) {
                ids.removeLast();
            }
        }
    }

    /** Their ids, the latest first. */
    synchronized List<Integer> ids() {
        return List.copyOf(ids);
    }
}
