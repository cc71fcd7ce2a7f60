package org.scaena.nodetree.internal;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.scaena.command.Subscription;
import org.scaena.node.NodeEvent;
import org.scaena.node.NodeListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes events on in their order, one at a time, while no lock is held. */
final class NodeEvents {

    private static final Logger LOG = LoggerFactory.getLogger(NodeEvents.class);

    private final List<NodeListener> listeners = new CopyOnWriteArrayList<>();
    private final Queue<NodeEvent> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean delivering = new AtomicBoolean();
    private final AtomicLong delivered = new AtomicLong();

    Subscription listen(NodeListener listener) {
        NodeListener registration = event -> listener.event(event);
        listeners.add(registration);
        return () -> listeners.remove(registration);
    }

    void add(NodeEvent event) {
        waiting.add(event);
    }

    /** Calls the listeners, unless another thread, or a caller of this one, is at it already. */
    void deliver() {
        while (!waiting.isEmpty() && delivering.compareAndSet(false, true)) {
            try {
                for (NodeEvent event = waiting.poll(); event != null; event = waiting.poll()) {
                    delivered.incrementAndGet();
                    deliver(event);
                }
            } finally {
                delivering.set(false);
            }
        }
    }

    private void deliver(NodeEvent event) {
        for (NodeListener listener : listeners) {
            try {
                listener.event(event);
            } catch (RuntimeException | LinkageError failure) {
                LOG.error("A node listener failed at {}", event, failure);
            }
        }
    }

    long delivered() {
        return delivered.get();
    }

    void close() {
        listeners.clear();
        waiting.clear();
    }
}
