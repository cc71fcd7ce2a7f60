package org.scaena.synthdef;

import java.util.List;

/**
 * A unit generator in a definition.
 *
 * @param className for example {@code SinOsc}
 * @param rate how often it computes
 * @param specialIndex which operator, for the operator units; the first index, for controls
 * @param inputs where it reads
 * @param outputs the rate of each output
 */
public record UGen(
        String className, Rate rate, int specialIndex, List<Input> inputs, List<Rate> outputs) {

    /** Copies the lists. */
    public UGen {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** How often something computes. The order is that of the file format. */
    public enum Rate {
        /** Once. */
        SCALAR,
        /** Once per block. */
        CONTROL,
        /** Once per sample. */
        AUDIO,
        /** On demand. */
        DEMAND
    }

    /** Where a unit reads. */
    public sealed interface Input {

        /**
         * One of the definition's constants.
         *
         * @param index its index
         */
        record Constant(int index) implements Input {}

        /**
         * An output of a unit that runs earlier.
         *
         * @param ugen the index of that unit
         * @param output the index of its output
         */
        record Wire(int ugen, int output) implements Input {}
    }
}
