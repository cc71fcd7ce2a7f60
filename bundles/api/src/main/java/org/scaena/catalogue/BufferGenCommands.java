package org.scaena.catalogue;

import java.util.List;
import java.util.Set;
import org.scaena.command.Command;
import org.scaena.command.Done;

/**
 * {@code /b_gen}: routines that put something into a buffer. Source: Server Command Reference,
 * "Buffer Fill Commands".
 */
public final class BufferGenCommands {

    private static final String COMMAND = "/b_gen";
    private static final int MOST_PARTIALS = 4_000;

    private BufferGenCommands() {}

    /**
     * Any routine, also one that a plugin of the server has brought.
     *
     * @param arguments whatever it takes, of OSC types
     */
    public static Command<Done> gen(int buffer, String routine, Object... arguments) {
        return BufferCommands.doneWith(generating(buffer, routine).anything(arguments));
    }

    private static Arguments generating(int buffer, String routine) {
        return BufferCommands.only(COMMAND, buffer).text("routine", routine);
    }

    /** {@code sine1}: harmonics, from the first on. */
    public static Command<Done> sine1(int buffer, Set<BufferFill> ways, float... amplitudes) {
        return BufferCommands.doneWith(
                generating(buffer, "sine1")
                        .anything(BufferFill.flags(ways))
                        .values(MOST_PARTIALS, amplitudes));
    }

    /** {@code sine2}: partials of any frequency; their phases are not looked at. */
    public static Command<Done> sine2(int buffer, Set<BufferFill> ways, List<Partial> partials) {
        Arguments arguments = generating(buffer, "sine2").anything(BufferFill.flags(ways));
        some(arguments, partials);
        partials.forEach(p -> arguments.value(p.frequency()).value(p.amplitude()));
        return BufferCommands.doneWith(arguments);
    }

    /** {@code sine3}: partials of any frequency and phase. */
    public static Command<Done> sine3(int buffer, Set<BufferFill> ways, List<Partial> partials) {
        Arguments arguments = generating(buffer, "sine3").anything(BufferFill.flags(ways));
        some(arguments, partials);
        partials.forEach(p -> arguments.value(p.frequency()).value(p.amplitude()).value(p.phase()));
        return BufferCommands.doneWith(arguments);
    }

    private static void some(Arguments arguments, List<Partial> partials) {
        if (partials.isEmpty() || partials.size() > MOST_PARTIALS) {
            throw arguments.refused(
                    "the number of partials", "1…" + MOST_PARTIALS, partials.size());
        }
    }

    /** {@code cheby}: Chebyshev polynomials, from the first on. */
    public static Command<Done> cheby(int buffer, Set<BufferFill> ways, float... amplitudes) {
        return BufferCommands.doneWith(
                generating(buffer, "cheby")
                        .anything(BufferFill.flags(ways))
                        .values(MOST_PARTIALS, amplitudes));
    }

    /**
     * {@code copy}: samples of another buffer.
     *
     * @param to the first sample that is written
     * @param from the first sample of the source
     * @param count how many, or −1 for all that fit
     */
    public static Command<Done> copy(int buffer, int to, int source, int from, int count) {
        return BufferCommands.doneWith(
                generating(buffer, "copy")
                        .atLeast(0, "the first sample written", to)
                        .atLeast(0, "source buffer", source)
                        .atLeast(0, "the first sample read", from)
                        .atLeast(-1, "count", count));
    }

    /** {@code normalize}: scales a buffer so that this is its peak. */
    public static Command<Done> normalize(int buffer, float peak) {
        return BufferCommands.doneWith(generating(buffer, "normalize").value(peak));
    }

    /** {@code wnormalize}: as {@code normalize}, for a buffer in wavetable form. */
    public static Command<Done> normalizeWavetable(int buffer, float peak) {
        return BufferCommands.doneWith(generating(buffer, "wnormalize").value(peak));
    }
}
