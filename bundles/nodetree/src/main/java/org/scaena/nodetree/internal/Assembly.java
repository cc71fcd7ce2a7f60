package org.scaena.nodetree.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.SynthSnapshot;

/** Makes one tree of its parts; a node that moved between two readings appears once. */
final class Assembly {

    private final Map<Integer, @Nullable GroupSnapshot> parts;
    private final Known known;
    private final Set<Integer> placed = new HashSet<>();

    /**
     * @param parts groups that were read by themselves; null stands for one that ended meanwhile
     */
    Assembly(Map<Integer, @Nullable GroupSnapshot> parts, Known known) {
        this.parts = parts;
        this.known = known;
    }

    @Nullable GroupSnapshot of(int id) {
        GroupSnapshot part = parts.get(id);
        placed.add(id);
        return part == null ? null : withAllInside(part);
    }

    private GroupSnapshot withAllInside(GroupSnapshot group) {
        List<NodeSnapshot> inside = new ArrayList<>();
        for (NodeSnapshot child : group.children()) {
            if (!placed.add(child.id())) {
                continue;
            }
            if (child instanceof SynthSnapshot synth) {
                inside.add(known.completed(synth));
            } else if (child instanceof GroupSnapshot outline) {
                GroupSnapshot inner =
                        parts.containsKey(child.id()) ? parts.get(child.id()) : outline;
                if (inner != null) {
                    inside.add(withAllInside(inner));
                }
            }
        }
        return new GroupSnapshot(group.id(), group.state(), inside);
    }
}
