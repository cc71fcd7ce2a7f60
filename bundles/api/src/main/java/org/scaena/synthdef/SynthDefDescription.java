package org.scaena.synthdef;

import java.util.List;
import java.util.SortedMap;

/**
 * What one needs to know of a definition to use it.
 *
 * @param name its name
 * @param controls in the order of their indices
 * @param inputs what it reads from buses, in the order of its units
 * @param outputs what it writes to buses, in the order of its units
 * @param hasGate whether it has a control named {@code gate}, which ends it
 * @param endings its units that can end or pause nodes, in order
 * @param ugens how many of its units are of which class
 * @param variants the names of its other sets of defaults
 */
public record SynthDefDescription(
        String name,
        List<Control> controls,
        List<BusUse> inputs,
        List<BusUse> outputs,
        boolean hasGate,
        List<Ending> endings,
        SortedMap<String, Integer> ugens,
        List<String> variants) {

    /** How a control is read. */
    public enum ControlKind {
        /** Once, when the synth is made. */
        SCALAR,
        /** Once per block. */
        CONTROL,
        /** For one block after it was set. */
        TRIGGER,
        /** Once per block, gliding to what was set. */
        LAG,
        /** Once per sample, for example from an audio bus. */
        AUDIO,
        /** Not at all: no unit reads it. */
        UNUSED
    }

    /**
     * A control.
     *
     * @param parameter its name, index and defaults
     * @param kind how it is read
     */
    public record Control(SynthDef.Parameter parameter, ControlKind kind) {}

    /**
     * A unit that reads or writes buses.
     *
     * @param className for example {@code Out}
     * @param rate of the buses
     * @param channels how many
     * @param bus the first: a number, the name of a control, or {@code computed}
     */
    public record BusUse(String className, UGen.Rate rate, int channels, String bus) {}

    /**
     * A unit that can end or pause nodes.
     *
     * @param className for example {@code EnvGen}
     * @param doneAction its name in SuperCollider, the name of a control, or {@code computed}
     */
    public record Ending(String className, String doneAction) {}

    /** Whether a synth of it can end by itself. */
    public boolean canEnd() {
        return !endings.isEmpty();
    }
}
