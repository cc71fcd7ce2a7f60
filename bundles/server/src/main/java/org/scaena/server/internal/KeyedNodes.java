package org.scaena.server.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scaena.ledger.NodeEntry;
import org.scaena.node.AddAction;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.Placement;
import org.scaena.server.internal.Holdings.Held;

/**
 * Writes down nodes with keys in the order in which they can be made again.
 *
 * <p>Each stands beside or in something that will be there by then: a node before it in this list,
 * a default group, or the root. What else is in the tree will not.
 */
final class KeyedNodes {

    private final Map<Integer, Held<LiveNode>> open = new HashMap<>();
    private final List<NodeEntry> entries = new ArrayList<>();

    private KeyedNodes(List<Held<LiveNode>> keyed) {
        keyed.stream()
                .filter(held -> !held.thing().isLeaving())
                .forEach(held -> open.put(held.id(), held));
    }

    /**
     * The entries of all nodes with keys.
     *
     * @param defaultGroup where those go of which the tree knows nothing yet
     */
    static List<NodeEntry> of(List<Held<LiveNode>> keyed, GroupSnapshot tree, int defaultGroup) {
        KeyedNodes nodes = new KeyedNodes(keyed);
        if (!nodes.open.isEmpty()) {
            nodes.walk(tree, tree.id(), null);
            Placement placement = new Placement(AddAction.ADD_TO_TAIL, defaultGroup);
            List.copyOf(nodes.open.values()).forEach(held -> nodes.add(held, placement));
        }
        return nodes.entries;
    }

    /**
     * Goes through a group.
     *
     * @param target the group in which its nodes will be
     * @param before the last of them so far
     * @return the last of them
     */
    private @Nullable Integer walk(GroupSnapshot group, int target, @Nullable Integer before) {
        Integer last = before;
        for (NodeSnapshot node : group.children()) {
            Held<LiveNode> held = open.get(node.id());
            boolean stays = held != null || Login.isDefaultGroup(node.id());
            if (held != null) {
                add(
                        held,
                        last == null
                                ? new Placement(AddAction.ADD_TO_HEAD, target)
                                : new Placement(AddAction.ADD_AFTER, last));
            }
            if (node instanceof GroupSnapshot inner) {
                last = stays ? walked(inner) : walk(inner, target, last);
            } else if (stays) {
                last = node.id();
            }
        }
        return last;
    }

    private Integer walked(GroupSnapshot group) {
        walk(group, group.id(), null);
        return group.id();
    }

    private void add(Held<LiveNode> held, Placement placement) {
        open.remove(held.id());
        entries.add(entry(held, placement));
    }

    static NodeEntry entry(Held<LiveNode> held, Placement placement) {
        LiveNode node = held.thing();
        return new NodeEntry(
                held.owner(),
                held.key().orElseThrow(),
                held.id(),
                node instanceof LiveSynth synth ? Optional.of(synth.defName()) : Optional.empty(),
                node instanceof LiveGroup group && group.isParallel(),
                placement,
                node.controls(),
                !node.isPaused());
    }
}
