package org.scaena.server.internal;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.scaena.catalogue.BufferCommands;

/**
 * Slices of samples that are sent together, and whose witnesses are read together.
 *
 * @param first the buffer's sample where they begin
 * @param values what is set from there on
 * @param witnesses where in the values those are that are read back
 */
record SlicesWithWitnesses(int first, float[] values, int[] witnesses) {

    /** Few enough for a quarter of what scsynth's socket holds. */
    static final int TOGETHER = 4;

    /** How many samples they are, but for the last. */
    static final int SAMPLES = TOGETHER * BufferCommands.SLICE;

    /** Those of an array from an offset on, which begins at a sample of the buffer. */
    static SlicesWithWitnesses at(int first, float[] values, int from) {
        int to = Math.min(values.length, from + SAMPLES);
        float[] some = Arrays.copyOfRange(values, from, to);
        int[] witnesses =
                IntStream.iterate(0, at -> at < some.length, at -> at + BufferCommands.SLICE)
                        .map(at -> witness(some, at))
                        .toArray();
        return new SlicesWithWitnesses(first + from, some, witnesses);
    }

    /** A sample of a slice that says something: a fresh buffer has zeros anyhow. */
    private static int witness(float[] values, int from) {
        int to = Math.min(values.length, from + BufferCommands.SLICE);
        return IntStream.range(from, to).filter(at -> values[at] != 0).findFirst().orElse(from);
    }

    int[] witnessSamples() {
        return Arrays.stream(witnesses).map(at -> first + at).toArray();
    }

    boolean equal(float[] read) {
        return IntStream.range(0, read.length).allMatch(i -> same(read[i], values[witnesses[i]]));
    }

    private static boolean same(float one, float other) {
        return one == other || Float.isNaN(one) && Float.isNaN(other);
    }
}
