package org.scaena.nodetree.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scaena.node.ControlReading;
import org.scaena.node.ControlValue;
import org.scaena.node.ControlValues;
import org.scaena.node.NodeState;

/**
 * What is known of nodes that are not in the tree: those asked for and those ended.
 *
 * <p>Both memories are bounded and forget the oldest first, because a refused synth stays expected
 * for ever and a year has many ends.
 */
final class Absentees {

    private static final int MOST_EXPECTED = 16_384;
    private static final int MOST_ENDED = 4_096;

    /** A synth that was asked for. */
    record Expected(String defName, List<ControlReading> controls) {}

    private final Map<Integer, Expected> expected = new Recent<>(MOST_EXPECTED);
    private final Map<Integer, Boolean> ended = new Recent<>(MOST_ENDED);

    void expect(int id, String defName, ControlValues controls) {
        expected.put(id, new Expected(defName, readings(controls)));
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
    }

    /** Of an array its first number: the names of the others only the server knows. */
    private static List<ControlReading> readings(ControlValues controls) {
        List<ControlReading> readings = new ArrayList<>();
        for (ControlValues.Setting setting : controls.settings()) {
            ControlValue value =
                    setting.value() instanceof ControlValue.Array array
                            ? array.values().get(0)
                            : setting.value();
            readings.add(new ControlReading(setting.control().toString(), value));
        }
        return List.copyOf(readings);
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
