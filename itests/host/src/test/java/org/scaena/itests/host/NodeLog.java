package org.scaena.itests.host;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.scaena.node.NodeEvent;
import org.scaena.node.NodeInfo;
import org.scaena.node.NodeListener;

/** Remembers what happened to nodes. */
final class NodeLog implements NodeListener {

    private final BlockingQueue<NodeEvent> unread = new LinkedBlockingQueue<>();

    @Override
    public void event(NodeEvent event) {
        unread.add(event);
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
