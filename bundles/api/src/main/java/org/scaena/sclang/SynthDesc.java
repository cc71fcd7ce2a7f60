package org.scaena.sclang;

import java.util.List;
import java.util.Map;

/**
 * What SuperCollider's language knows of a definition: its {@code SynthDesc}.
 *
 * @param name its name
 * @param controls in the order of their indices
 * @param inputs what it reads from buses
 * @param outputs what it writes to buses
 * @param hasGate whether it has a control {@code gate} that ends it
 * @param canFreeSynth whether one of its units ends the synth
 * @param metadata what its author has said of it, for example {@code specs}; empty after it was
 *     read from a file
 */
public record SynthDesc(
        String name,
        List<Control> controls,
        List<BusUse> inputs,
        List<BusUse> outputs,
        boolean hasGate,
        boolean canFreeSynth,
        Map<String, SclangValue> metadata) {

    /** Copies the lists and the metadata. */
    public SynthDesc {
        controls = List.copyOf(controls);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        metadata = Map.copyOf(metadata);
    }

    /**
     * A control.
     *
     * @param name its name
     * @param index of its first value
     * @param rate {@code scalar}, {@code control}, {@code audio} or {@code ?}
     * @param defaults one, or several of an array
     */
    public record Control(String name, int index, String rate, List<Double> defaults) {
        /** Copies the defaults. */
        public Control {
            defaults = List.copyOf(defaults);
        }
    }

    /**
     * A unit that reads or writes buses.
     *
     * @param className for example {@code Out}
     * @param rate of the buses: {@code audio} or {@code control}
     * @param channels how many
     * @param bus the first: a number, the name of a control, or the unit that computes it
     */
    public record BusUse(String className, String rate, int channels, String bus) {}
}
