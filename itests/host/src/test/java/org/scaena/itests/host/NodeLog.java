package org.scaena.itests.host;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.scaena.node.NodeEvent;
import org.scaena.node.NodeInfo;
import org.scaena.node.NodeListener;

/** Remembers what happened to nodes. */
final class NodeLog implements NodeListener {

    private final BlockingQueue<NodeEvent> unread = new LinkedBlockingQueue<>();
    private final List<NodeEvent> all = new CopyOnWriteArrayList<>();

    @Override
    public void event(NodeEvent event) {
        unread.add(event);
        all.add(event);
    }

    /** The ids of all nodes to which this has happened so far. */
    List<Integer> ids(NodeEvent.Kind kind) {
        return all.stream()
                .filter(event -> event.kind() == kind)
                .map(event -> event.node().id())
                .toList();
    }

    /** The next synth to which this happens. */
    NodeInfo awaitSynth(NodeEvent.Kind kind) throws InterruptedException {
        NodeEvent event = unread.poll(15, TimeUnit.SECONDS);
        while (event != null && (event.kind() != kind || event.node().group())) {
            event = unread.poll(15, TimeUnit.SECONDS);
        }
        if (event == null) {
            throw new AssertionError("no synth " + kind);
        }
        return event.node();
    }
}
