package org.scaena.buffer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A waveform that the server computes into a buffer: sums of sines, or of Chebyshev polynomials.
 *
 * <p>Normalised, in wavetable format and in place of what was there, unless said otherwise, as in
 * SuperCollider. Source: the Server Command Reference, "Buffer Fill Commands".
 *
 * @param routine {@code sine1}, {@code sine2}, {@code sine3} or {@code cheby}
 * @param flags how it is filled in
 * @param values the routine's numbers
 */
public record Waveform(String routine, Set<Flag> flags, List<Float> values) {

    /** How a waveform is filled in. */
    public enum Flag {
        /** Scaled so that its peak is 1. */
        NORMALIZE(1),
        /** In the format that {@code Osc} and {@code Shaper} read. */
        WAVETABLE(2),
        /** What was there goes first; otherwise it is added to it. */
        CLEAR(4);

        private final int bit;

        Flag(int bit) {
            this.bit = bit;
        }
    }

    private static final Set<Flag> USUAL = EnumSet.allOf(Flag.class);

    /** Copies flags and values. */
    public Waveform {
        flags = Set.copyOf(flags);
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException(routine + " needs at least one partial");
        }
    }

    /** Partials 1, 2, 3 … with these amplitudes. */
    public static Waveform sine1(double... amplitudes) {
        return of("sine1", 1, amplitudes);
    }

    /**
     * Partials of these frequencies and amplitudes.
     *
     * @param pairs frequency in cycles per buffer, amplitude, and so on
     */
    public static Waveform sine2(double... pairs) {
        return of("sine2", 2, pairs);
    }

    /**
     * Partials of these frequencies, amplitudes and phases.
     *
     * @param triples frequency in cycles per buffer, amplitude, phase in radians, and so on
     */
    public static Waveform sine3(double... triples) {
        return of("sine3", 3, triples);
    }

    /** Chebyshev polynomials with these amplitudes, a transfer function for {@code Shaper}. */
    public static Waveform cheby(double... amplitudes) {
        return of("cheby", 1, amplitudes);
    }

    private static Waveform of(String routine, int group, double... numbers) {
        if (numbers.length % group != 0) {
            throw new IllegalArgumentException(
                    "%s takes its numbers in groups of %d, not %d numbers"
                            .formatted(routine, group, numbers.length));
        }
        List<Float> values = new ArrayList<>(numbers.length);
        Arrays.stream(numbers).forEach(number -> values.add((float) number));
        return new Waveform(routine, USUAL, values);
    }

    /** The same with these flags only; none at all adds it as it is. */
    public Waveform with(Flag... only) {
        return new Waveform(routine, Set.of(only), values);
    }

    /** The flags as {@code /b_gen} takes them. */
    public int flagBits() {
        return flags.stream().mapToInt(flag -> flag.bit).sum();
    }
}
