package org.scaena.node;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A group and everything in it as it was at one moment, nested as deep as it may be.
 *
 * @param id the node id
 * @param state whether it was running, as far as is known
 * @param children what is in it, from head to tail
 */
public record GroupSnapshot(int id, NodeState state, List<NodeSnapshot> children)
        implements NodeSnapshot {

    private static final int TRAITS = Spliterator.ORDERED | Spliterator.NONNULL;

    /** Copies the children. */
    public GroupSnapshot {
        children = List.copyOf(children);
    }

    /** This group and all nodes in it, in the order in which they run. */
    public Stream<NodeSnapshot> nodes() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new NodeWalk(this), TRAITS), false);
    }

    /** The node of this id, at any depth. */
    public Optional<NodeSnapshot> find(int nodeId) {
        return nodes().filter(node -> node.id() == nodeId).findFirst();
    }

    /** The tree as scsynth prints it, ending in a newline; also what is in paused groups. */
    public String dump() {
        return TreeText.of(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof GroupSnapshot group)) {
            return false;
        }
        Iterator<NodeSnapshot> here = new NodeWalk(this);
        Iterator<NodeSnapshot> there = new NodeWalk(group);
        while (here.hasNext() && there.hasNext()) {
            if (!isSameNode(here.next(), there.next())) {
                return false;
            }
        }
        return here.hasNext() == there.hasNext();
    }

    /** Whether two nodes are the same but for what is in them. */
    private static boolean isSameNode(NodeSnapshot one, NodeSnapshot other) {
        return one instanceof GroupSnapshot a && other instanceof GroupSnapshot b
                ? a.id == b.id && a.state == b.state && a.children.size() == b.children.size()
                : one.equals(other);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, state, children.size());
    }

    /** As the notebook prints it, a line for each node. */
    @Override
    public String toString() {
        return NodeText.of(this);
    }
}
