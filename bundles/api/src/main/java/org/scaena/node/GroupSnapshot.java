package org.scaena.node;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A group and everything in it as it was at one moment.
 *
 * @param id the node id
 * @param state whether it was running, as far as is known
 * @param children what is in it, from head to tail
 */
public record GroupSnapshot(int id, NodeState state, List<NodeSnapshot> children)
        implements NodeSnapshot {

    /** Copies the children. */
    public GroupSnapshot {
        children = List.copyOf(children);
    }

    /** This group and all nodes in it, in the order in which they run. */
    public Stream<NodeSnapshot> nodes() {
        return Stream.concat(
                Stream.of(this),
                children.stream()
                        .flatMap(
                                child ->
                                        child instanceof GroupSnapshot group
                                                ? group.nodes()
                                                : Stream.of(child)));
    }

    /** The node of this id, at any depth. */
    public Optional<NodeSnapshot> find(int nodeId) {
        return nodes().filter(node -> node.id() == nodeId).findFirst();
    }

    /** The tree as scsynth prints it, ending in a newline. */
    public String dump() {
        return TreeText.of(this);
    }
}
