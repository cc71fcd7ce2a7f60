package org.scaena.server.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeInfo;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.NodeState;

/** A tree as it was at one moment, to be looked at while no mirror follows it. */
final class KnownTree {

    /** Nothing but the root. */
    static final KnownTree EMPTY =
            new KnownTree(new GroupSnapshot(0, NodeState.UNKNOWN, List.of()));

    private static final int NONE = -1;

    private final GroupSnapshot tree;
    private final Map<Integer, NodeSnapshot> nodes = new HashMap<>();
    private final Map<Integer, NodeInfo> places = new HashMap<>();

    KnownTree(GroupSnapshot tree) {
        this.tree = tree;
        nodes.put(tree.id(), tree);
        places.put(tree.id(), place(tree, NONE, NONE, NONE));
        tree.nodes()
                .filter(GroupSnapshot.class::isInstance)
                .map(GroupSnapshot.class::cast)
                .forEach(this::addChildren);
    }

    private void addChildren(GroupSnapshot group) {
        List<NodeSnapshot> children = group.children();
        for (int i = 0; i < children.size(); i++) {
            NodeSnapshot child = children.get(i);
            nodes.put(child.id(), child);
            places.put(
                    child.id(), place(child, group.id(), id(children, i - 1), id(children, i + 1)));
        }
    }

    private static NodeInfo place(NodeSnapshot node, int parent, int previous, int next) {
        if (node instanceof GroupSnapshot group) {
            List<NodeSnapshot> inside = group.children();
            return new NodeInfo(
                    node.id(),
                    parent,
                    previous,
                    next,
                    true,
                    id(inside, 0),
                    id(inside, inside.size() - 1));
        }
        return new NodeInfo(node.id(), parent, previous, next, false, NONE, NONE);
    }

    private static int id(List<NodeSnapshot> nodes, int index) {
        return index < 0 || index >= nodes.size() ? NONE : nodes.get(index).id();
    }

    GroupSnapshot tree() {
        return tree;
    }

    Optional<NodeSnapshot> node(int id) {
        return Optional.ofNullable(nodes.get(id));
    }

    Optional<NodeInfo> place(int id) {
        @Nullable NodeInfo place = places.get(id);
        return Optional.ofNullable(place);
    }
}
