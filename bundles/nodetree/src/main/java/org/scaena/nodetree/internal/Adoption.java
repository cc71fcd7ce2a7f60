package org.scaena.nodetree.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeEvent.Kind;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.SynthSnapshot;

/** Makes a mirror equal to a tree that was read from the server. */
final class Adoption {

    private final Mirror mirror;
    private final Set<Integer> there = new HashSet<>();
    private final Map<MirrorNode, Kind> changed = new LinkedHashMap<>();
    private int removed;

    private Adoption(Mirror mirror) {
        this.mirror = mirror;
    }

    /**
     * Adds, moves and removes nodes until the mirror is like the tree.
     *
     * @return how many nodes were touched
     */
    static int of(GroupSnapshot tree, Mirror mirror) {
        Adoption adoption = new Adoption(mirror);
        tree.nodes().forEach(node -> adoption.there.add(node.id()));
        adoption.placeAll(tree);
        adoption.removeTheRest();
        adoption.changed.forEach((node, kind) -> mirror.tell(kind, node, node.info()));
        return adoption.changed.size() + adoption.removed;
    }

    /** Outer groups come first, so that no group is ever put into itself. */
    private void placeAll(GroupSnapshot tree) {
        Deque<GroupSnapshot> groups = new ArrayDeque<>(List.of(tree));
        for (GroupSnapshot image = groups.poll(); image != null; image = groups.poll()) {
            MirrorNode group = mirror.get(image.id());
            if (group == null) {
                continue;
            }
            place(image, group);
            for (NodeSnapshot child : image.children()) {
                if (child instanceof GroupSnapshot inner) {
                    groups.add(inner);
                }
            }
        }
    }

    /**
     * Goes along a group and its image at the same time. What is not where the image has it is put
     * there; nothing is removed yet, for it may have moved to a group that comes later.
     */
    private void place(GroupSnapshot image, MirrorNode group) {
        MirrorNode here = group.head;
        for (NodeSnapshot child : image.children()) {
            if (mirror.hides(child.id())) {
                continue;
            }
            MirrorNode node = mirror.get(child.id());
            if (node != null && isAnother(node, child)) {
                here = node == here ? here.next : here;
                remove(node);
                node = null;
            }
            here = firstThatStays(here);
            if (node == null) {
                node = mirror.add(child.id(), child instanceof GroupSnapshot);
                node.link(group, here);
                changed.put(node, Kind.WENT);
            } else if (node == here) {
                here = here.next;
            } else {
                node.unlink();
                node.link(group, here);
                changed.putIfAbsent(node, Kind.MOVED);
            }
            describe(node, child);
        }
    }

    private static boolean isAnother(MirrorNode node, NodeSnapshot image) {
        if (image instanceof SynthSnapshot synth) {
            return node.group
                    || (node.defName != null
                            && synth.defName().isPresent()
                            && !synth.defName().get().equals(node.defName));
        }
        return !node.group;
    }

    private @Nullable MirrorNode firstThatStays(@Nullable MirrorNode from) {
        MirrorNode node = from;
        while (node != null && !there.contains(node.id)) {
            node = node.next;
        }
        return node;
    }

    private static void describe(MirrorNode node, NodeSnapshot image) {
        if (image instanceof SynthSnapshot synth) {
            synth.defName().ifPresent(name -> node.defName = name);
            if (!synth.controls().isEmpty()) {
                node.controls(synth.controls());
                node.complete = true;
            }
        }
    }

    private void removeTheRest() {
        MirrorNode root = mirror.root();
        MirrorNode node = root.following(root);
        while (node != null) {
            if (there.contains(node.id)) {
                node = node.following(root);
            } else {
                MirrorNode missing = node;
                node = node.followingOutside(root);
                remove(missing);
            }
        }
    }

    private void remove(MirrorNode node) {
        int before = mirror.size();
        mirror.remove(node, node.info());
        removed += before - mirror.size();
    }
}
