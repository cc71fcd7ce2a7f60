package org.scaena.catalogue;

import org.scaena.buffer.Waveform;
import org.scaena.command.Command;
import org.scaena.command.Done;

/**
 * {@code /b_gen}: routines that put something into a buffer. Source: Server Command Reference,
 * "Buffer Fill Commands".
 */
public final class BufferGenCommands {

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
        return BufferCommands.only("/b_gen", buffer).text("routine", routine);
    }

    /** {@code sine1}, {@code sine2}, {@code sine3} or {@code cheby}. */
    public static Command<Done> waveform(int buffer, Waveform waveform) {
        return BufferCommands.doneWith(
                generating(buffer, waveform.routine())
                        .anything(waveform.flagBits())
                        .anything(waveform.values().toArray()));
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
