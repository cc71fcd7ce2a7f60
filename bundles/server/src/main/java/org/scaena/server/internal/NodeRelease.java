package org.scaena.server.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.scaena.node.NodeInfo;
import org.scaena.node.NodeState;
import org.scaena.node.NodeTree;

/** Ends nodes: synths with a gate may ring out, groups go when all in them that may has done so. */
final class NodeRelease {

    private final NodeTree tree;
    private final Predicate<LiveSynth> hasGate;
    private final Duration limit;

    /**
     * A way to end nodes.
     *
     * @param hasGate whether a synth ends by itself once its gate is 0
     * @param limit how long it may take for that
     */
    NodeRelease(NodeTree tree, Predicate<LiveSynth> hasGate, Duration limit) {
        this.tree = tree;
        this.hasGate = hasGate;
        this.limit = limit;
    }

    /** Ends nodes; completes once all have been asked to end for good. */
    CompletableFuture<Void> end(List<LiveNode> nodes) {
        List<LiveNode> living =
                nodes.stream().filter(node -> node.state() != NodeState.ENDED).toList();
        List<LiveNode> ringing = living.stream().filter(this::mayRing).toList();
        List<LiveNode> groups = living.stream().filter(LiveGroup.class::isInstance).toList();
        ringing.forEach(node -> ((LiveSynth) node).release());
        living.stream()
                .filter(node -> !ringing.contains(node) && !groups.contains(node))
                .forEach(LiveNode::free);
        if (ringing.isEmpty()) {
            free(groups);
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<?>[] ends =
                ringing.stream()
                        .map(node -> node.ended().copy())
                        .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(ends)
                .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .handle(
                        (rungOut, late) -> {
                            free(ringing);
                            free(groups);
                            return null;
                        });
    }

    private boolean mayRing(LiveNode node) {
        return !limit.isZero()
                && node instanceof LiveSynth synth
                && !node.isPaused()
                && hasGate.test(synth);
    }

    /** What ends with a group around it is not ended twice. */
    private void free(List<LiveNode> nodes) {
        Set<Integer> ids =
                nodes.stream()
                        .filter(node -> node.state() != NodeState.ENDED)
                        .map(LiveNode::id)
                        .collect(Collectors.toSet());
        nodes.stream()
                .filter(node -> ids.contains(node.id()) && !isInside(node.id(), ids))
                .forEach(LiveNode::free);
    }

    private boolean isInside(int node, Set<Integer> groups) {
        Optional<NodeInfo> info = tree.find(node);
        while (info.isPresent() && info.get().parent() > 0) {
            int parent = info.get().parent();
            if (groups.contains(parent)) {
                return true;
            }
            info = tree.find(parent);
        }
        return false;
    }
}
