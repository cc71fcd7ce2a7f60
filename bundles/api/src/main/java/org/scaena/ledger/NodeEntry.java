package org.scaena.ledger;

import java.util.Optional;
import org.scaena.node.ControlValues;
import org.scaena.node.Placement;

/**
 * A synth or group with a key.
 *
 * @param owner the bundle that asked for it
 * @param key under which it asks again
 * @param id its node id
 * @param defName the SynthDef of a synth; empty for a group
 * @param parallel whether the nodes of a group may run side by side
 * @param placement where it was put
 * @param controls what its controls were last set to
 * @param running whether it runs, or is paused
 */
public record NodeEntry(
        String owner,
        String key,
        int id,
        Optional<String> defName,
        boolean parallel,
        Placement placement,
        ControlValues controls,
        boolean running) {}
