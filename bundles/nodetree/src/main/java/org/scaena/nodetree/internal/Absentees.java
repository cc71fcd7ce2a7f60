package org.scaena.nodetree.internal;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scaena.node.AddAction;
import org.scaena.node.ControlReading;
import org.scaena.node.ControlValues;
import org.scaena.node.NodeState;
import org.scaena.node.Placement;

/**
 * What is known of nodes that are not in the tree: those asked for, those ended, and those that are
 * only made for a trial.
 *
 * <p>The first two memories are bounded and forget the oldest first, because a refused synth stays
 * expected for ever and a year has many ends.
 */
final class Absentees {

    private static final int MOST_EXPECTED = 16_384;
    private static final int MOST_ENDED = 4_096;

    /**
     * A node that was asked for.
     *
     * @param defName a synth's definition
     * @param replaces the id of the node in whose place it comes, or −1
     */
    record Expected(@Nullable String defName, List<ControlReading> controls, int replaces) {

        static Expected synth(String defName, ControlValues controls, Placement placement) {
            return new Expected(defName, SetControls.of(controls), replacedBy(placement));
        }

        static Expected group(Placement placement) {
            return new Expected(null, List.of(), replacedBy(placement));
        }

        private static int replacedBy(Placement placement) {
            return placement.action() == AddAction.ADD_REPLACE
                    ? placement.target()
                    : MirrorNode.NONE;
        }
    }

    private final Map<Integer, Expected> expected = new Recent<>(MOST_EXPECTED);
    private final Map<Integer, Boolean> ended = new Recent<>(MOST_ENDED);
    private final Set<Integer> hidden = new HashSet<>();

    void expect(int id, Expected node) {
        expected.put(id, node);
    }

    /** The id of the node that an expected one replaces, or −1. */
    int replacedBy(int id) {
        Expected node = expected.get(id);
        return node == null ? MirrorNode.NONE : node.replaces;
    }

    /** Keeps a node out of the tree until it is shown again. */
    void hide(int id) {
        hidden.add(id);
    }

    void show(int id) {
        hidden.remove(id);
    }

    boolean hides(int id) {
        return !hidden.isEmpty() && hidden.contains(id);
    }

    boolean expects(int id) {
        return expected.containsKey(id);
    }

    /** Forgets a node because it is in the tree now; tells what was expected of it. */
    @Nullable Expected arrived(int id) {
        ended.remove(id);
        return expected.remove(id);
    }

    void ended(int id) {
        ended.put(id, true);
    }

    NodeState state(int id) {
        if (expected.containsKey(id)) {
            return NodeState.STARTED;
        }
        return ended.containsKey(id) ? NodeState.ENDED : NodeState.UNKNOWN;
    }

    void clear() {
        expected.clear();
        ended.clear();
        hidden.clear();
    }

    /** A map that drops its oldest entry when it is full. */
    private static final class Recent<V> extends LinkedHashMap<Integer, V> {

        private static final long serialVersionUID = 1L;

        private final int most;

        Recent(int most) {
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, V> eldest) {
            return size() > most;
        }
    }
}
