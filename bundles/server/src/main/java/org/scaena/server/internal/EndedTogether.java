package org.scaena.server.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import org.scaena.ledger.NodeEntry;
import org.scaena.node.AddAction;
import org.scaena.node.Placement;
import org.scaena.server.internal.Holdings.Held;

/**
 * Nodes with keys that ended just now.
 *
 * <p>A scsynth that leaves in order, because JACK went or somebody sent {@code /quit}, ends all
 * nodes before it goes and tells of it: the first in each group first, what is in a group before
 * the group. So these ends mean that the server goes, and tell where the nodes were.
 */
final class EndedTogether {

    private static final Duration JUST_NOW = Duration.ofSeconds(1);

    private record End(Held<LiveNode> held, int parent, long atNanos) {}

    private final Deque<End> ends = new ConcurrentLinkedDeque<>();

    /** A node has ended though nobody asked for it here. */
    void add(Held<LiveNode> held, int parent) {
        long now = System.nanoTime();
        ends.add(new End(held, parent, now));
        while (isOld(ends.peekFirst(), now)) {
            ends.pollFirst();
        }
    }

    private static boolean isOld(@Nullable End end, long now) {
        return end != null && now - end.atNanos() > JUST_NOW.toNanos();
    }

    /**
     * How they can be made again.
     *
     * @param defaultGroup where those go whose group will not be there
     */
    List<NodeEntry> entries(int defaultGroup) {
        long now = System.nanoTime();
        Map<Integer, List<End>> byParent = new LinkedHashMap<>();
        Set<Integer> ids = new HashSet<>();
        for (End end : ends) {
            if (!isOld(end, now)) {
                byParent.computeIfAbsent(end.parent(), parent -> new ArrayList<>()).add(end);
                ids.add(end.held().id());
            }
        }
        List<NodeEntry> entries = new ArrayList<>();
        for (int parent : byParent.keySet()) {
            if (!ids.contains(parent)) {
                boolean stays = parent == 0 || Login.isDefaultGroup(parent);
                add(entries, byParent, parent, stays ? parent : defaultGroup);
            }
        }
        return entries;
    }

    private static void add(
            List<NodeEntry> entries, Map<Integer, List<End>> byParent, int parent, int target) {
        for (End end : byParent.getOrDefault(parent, List.of())) {
            Placement placement = new Placement(AddAction.ADD_TO_TAIL, target);
            entries.add(KeyedNodes.entry(end.held(), placement));
            add(entries, byParent, end.held().id(), end.held().id());
        }
    }
}
