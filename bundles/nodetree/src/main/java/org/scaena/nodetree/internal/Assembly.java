package org.scaena.nodetree.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scaena.node.GroupBuilder;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.SynthSnapshot;

/** Makes one tree of its parts; a node that moved between two readings appears once. */
final class Assembly {

    private final Map<Integer, @Nullable GroupSnapshot> parts;
    private final Known known;
    private final Set<Integer> placed = new HashSet<>();
    private final GroupBuilder tree = new GroupBuilder();
    private final Deque<Iterator<NodeSnapshot>> path = new ArrayDeque<>();

    /**
     * @param parts groups that were read by themselves; null stands for one that ended meanwhile
     */
    Assembly(Map<Integer, @Nullable GroupSnapshot> parts, Known known) {
        this.parts = parts;
        this.known = known;
    }

    @Nullable GroupSnapshot of(int id) {
        GroupSnapshot whole = parts.get(id);
        if (whole == null) {
            return null;
        }
        placed.add(id);
        enter(whole);
        while (!path.isEmpty()) {
            if (path.element().hasNext()) {
                place(path.element().next());
            } else {
                path.pop();
                tree.close();
            }
        }
        return tree.whole();
    }

    private void enter(GroupSnapshot group) {
        tree.open(group.id(), group.state());
        path.push(group.children().iterator());
    }

    private void place(NodeSnapshot node) {
        if (!placed.add(node.id())) {
            return;
        }
        if (node instanceof SynthSnapshot synth) {
            tree.add(known.completed(synth));
        } else if (node instanceof GroupSnapshot outline) {
            GroupSnapshot group = parts.getOrDefault(node.id(), outline);
            if (group != null) {
                enter(group);
            }
        }
    }
}
