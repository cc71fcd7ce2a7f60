package org.scaena.node;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link GroupSnapshot} node by node, in the order in which they run.
 *
 * <p>However deep the groups are nested, it needs no stack. For one thread at a time.
 */
public final class GroupBuilder {

    private record Open(int id, NodeState state, List<NodeSnapshot> inside) {}

    private final Deque<Open> path = new ArrayDeque<>();
    private @Nullable GroupSnapshot whole;

    /** A builder of one group. */
    public GroupBuilder() {}

    /** Begins a group, in which the next nodes are. */
    public void open(int id, NodeState state) {
        path.push(new Open(id, state, new ArrayList<>()));
    }

    /** Adds a synth, or a group that is complete, to the group begun last. */
    public void add(NodeSnapshot node) {
        path.element().inside.add(node);
    }

    /** Ends the group begun last. */
    public void close() {
        Open done = path.pop();
        GroupSnapshot group = new GroupSnapshot(done.id, done.state, done.inside);
        if (path.isEmpty()) {
            whole = group;
        } else {
            add(group);
        }
    }

    /**
     * The group begun first, once it has ended.
     *
     * @throws IllegalStateException if it has not
     */
    public GroupSnapshot whole() {
        if (whole == null) {
            throw new IllegalStateException("a group is still open");
        }
        return whole;
    }
}
