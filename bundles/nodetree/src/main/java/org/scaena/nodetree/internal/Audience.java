package org.scaena.nodetree.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.scaena.node.NodeFilter;
import org.scaena.node.NodeListener;

/** The listeners of one tree, and who of them wants to hear of a node. */
final class Audience {

    /** One listener. */
    static final class Seat {
        final NodeFilter filter;
        final NodeListener listener;
        volatile boolean left;

        private Seat(NodeFilter filter, NodeListener listener) {
            this.filter = filter;
            this.listener = listener;
        }

        /** Whether a node is of interest that is, or was before, in a group. */
        private boolean wants(MirrorNode node, @Nullable MirrorNode former) {
            return (filter.node().isEmpty() || filter.node().getAsInt() == node.id)
                    && (filter.defName().isEmpty() || filter.defName().get().equals(node.defName))
                    && (filter.subtree().isEmpty() || isInside(node.parent) || isInside(former));
        }

        private boolean isInside(@Nullable MirrorNode group) {
            int wanted = filter.subtree().getAsInt();
            MirrorNode outer = group;
            while (outer != null && outer.id != wanted) {
                outer = outer.parent;
            }
            return outer != null;
        }
    }

    private final List<Seat> all = new CopyOnWriteArrayList<>();
    private volatile List<Seat> seats = List.of();
    private volatile boolean isChoosy;

    Seat add(NodeFilter filter, NodeListener listener) {
        Seat seat = new Seat(filter, listener);
        all.add(seat);
        arrange();
        return seat;
    }

    void remove(Seat seat) {
        seat.left = true;
        all.remove(seat);
        arrange();
    }

    void clear() {
        all.forEach(this::remove);
    }

    private synchronized void arrange() {
        seats = List.copyOf(all);
        isChoosy = seats.stream().anyMatch(seat -> !seat.filter.equals(NodeFilter.ALL));
    }

    /**
     * Who wants to hear of a node.
     *
     * @param former the group in which it was before, if it has moved
     */
    List<Seat> of(MirrorNode node, @Nullable MirrorNode former) {
        if (!isChoosy) {
            return seats;
        }
        List<Seat> wanting = new ArrayList<>();
        for (Seat seat : seats) {
            if (seat.wants(node, former)) {
                wanting.add(seat);
            }
        }
        return wanting;
    }
}
