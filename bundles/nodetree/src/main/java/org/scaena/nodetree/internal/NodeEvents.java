package org.scaena.nodetree.internal;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.scaena.command.Subscription;
import org.scaena.node.NodeEvent;
import org.scaena.node.NodeFilter;
import org.scaena.node.NodeInfo;
import org.scaena.node.NodeListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes events on in their order, one at a time, while no lock is held. */
final class NodeEvents implements Mirror.Events {

    private static final Logger LOG = LoggerFactory.getLogger(NodeEvents.class);

    private record Delivery(NodeEvent event, List<Audience.Seat> to) {}

    private final Audience audience = new Audience();
    private final Queue<Delivery> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean delivering = new AtomicBoolean();
    private final AtomicLong delivered = new AtomicLong();

    Subscription listen(NodeFilter filter, NodeListener listener) {
        Audience.Seat seat = audience.add(filter, listener);
        return () -> audience.remove(seat);
    }

    @Override
    public void tell(
            NodeEvent.Kind kind, MirrorNode node, NodeInfo info, @Nullable MirrorNode former) {
        List<Audience.Seat> to = audience.of(node, former);
        if (!to.isEmpty()) {
            NodeEvent event = new NodeEvent(kind, info, Optional.ofNullable(node.defName));
            waiting.add(new Delivery(event, to));
        }
    }

    /** Calls the listeners, unless another thread, or a caller of this one, is at it already. */
    void deliver() {
        while (!waiting.isEmpty() && delivering.compareAndSet(false, true)) {
            try {
                for (Delivery next = waiting.poll(); next != null; next = waiting.poll()) {
                    delivered.incrementAndGet();
                    deliver(next);
                }
            } finally {
                delivering.set(false);
            }
        }
    }

    private void deliver(Delivery delivery) {
        for (Audience.Seat seat : delivery.to) {
            if (seat.left) {
                continue;
            }
            try {
                seat.listener.event(delivery.event);
            } catch (RuntimeException | LinkageError failure) {
                LOG.error("A node listener failed at {}", delivery.event, failure);
            }
        }
    }

    long delivered() {
        return delivered.get();
    }

    void close() {
        audience.clear();
        waiting.clear();
    }
}
