package org.scaena.node;

import java.util.List;
import java.util.Optional;

/**
 * A synth as it was at one moment.
 *
 * @param id the node id
 * @param state whether it was running, as far as is known
 * @param defName the name of its definition; empty if only its notification was seen so far
 * @param controls its controls in order; empty if they were not asked for
 */
public record SynthSnapshot(
        int id, NodeState state, Optional<String> defName, List<ControlReading> controls)
        implements NodeSnapshot {

    /** Copies the controls. */
    public SynthSnapshot {
        controls = List.copyOf(controls);
    }

    /** What a control is set to, if there is one of that name. */
    public Optional<ControlValue> control(String name) {
        return controls.stream()
                .filter(reading -> reading.name().equals(name))
                .map(ControlReading::value)
                .findFirst();
    }

    /** As the notebook prints it. */
    @Override
    public String toString() {
        return NodeText.of(this);
    }
}
