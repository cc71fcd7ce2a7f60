package org.scaena.synthdef;

import java.util.List;
import java.util.Optional;

/**
 * A synth definition: a graph of unit generators.
 *
 * @param name its name
 * @param constants the numbers its units read
 * @param parameters its controls in the order in which the file names them, which need not be that
 *     of their indices; before them those that the file does not name
 * @param ugens its units, in the order in which they run
 * @param variants other sets of defaults
 */
public record SynthDef(
        String name,
        List<Float> constants,
        List<Parameter> parameters,
        List<UGen> ugens,
        List<Variant> variants) {

    /** Copies the lists. */
    public SynthDef {
        constants = List.copyOf(constants);
        parameters = List.copyOf(parameters);
        ugens = List.copyOf(ugens);
        variants = List.copyOf(variants);
    }

    /** The control of this name. */
    public Optional<Parameter> parameter(String parameterName) {
        return parameters.stream().filter(p -> p.name().equals(parameterName)).findFirst();
    }

    /**
     * A control, or an array of neighbouring controls.
     *
     * @param name its name; empty if the file does not name it
     * @param index the index of its first number
     * @param defaults its numbers unless they are set: one, or several for an array
     */
    public record Parameter(String name, int index, List<Float> defaults) {
        /** Copies the numbers. */
        public Parameter {
            defaults = List.copyOf(defaults);
        }
    }

    /**
     * Another set of defaults under a name of its own.
     *
     * @param name {@code base.variant}
     * @param defaults one number for each control index
     */
    public record Variant(String name, List<Float> defaults) {
        /** Copies the numbers. */
        public Variant {
            defaults = List.copyOf(defaults);
        }
    }
}
