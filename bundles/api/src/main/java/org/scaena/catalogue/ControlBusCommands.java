package org.scaena.catalogue;

import java.util.List;
import org.scaena.command.Command;
import org.scaena.command.Done;
import org.scaena.command.ReplyKey;
import org.scaena.command.ReplyValues;

/** Commands for control buses. Source: Server Command Reference, "Control Bus Commands". */
public final class ControlBusCommands {

    /** The most values that are sure to fit in one datagram. */
    public static final int MOST_VALUES = 13_000;

    private ControlBusCommands() {}

    /** {@code /c_set}: sets one bus. */
    public static Command<Done> set(int bus, float value) {
        return Command.silent(Arguments.of("/c_set").atLeast(0, "bus", bus).value(value).message());
    }

    /**
     * {@code /c_setn}: sets buses in a row.
     *
     * @param values 1…{@value #MOST_VALUES}
     */
    public static Command<Done> setRange(int first, float... values) {
        return Command.silent(
                Arguments.of("/c_setn")
                        .atLeast(0, "first bus", first)
                        .anything(values.length)
                        .values(MOST_VALUES, values)
                        .message());
    }

    /** {@code /c_fill}: sets buses in a row to one value. */
    public static Command<Done> fill(int first, int count, float value) {
        return Command.silent(
                Arguments.of("/c_fill")
                        .atLeast(0, "first bus", first)
                        .atLeast(1, "count", count)
                        .value(value)
                        .message());
    }

    /** {@code /c_get}: the value of one bus. */
    public static Command<Float> get(int bus) {
        return Command.answered(
                Arguments.of("/c_get").atLeast(0, "bus", bus).message(),
                ReplyKey.of("/c_set", bus),
                reply -> reply.floatAt(1));
    }

    /** {@code /c_get}: the values of several buses at one moment, in the order asked. */
    public static Command<float[]> get(int... buses) {
        return Command.answered(
                Arguments.of("/c_get").atLeast(0, "bus", buses).message(),
                ReplyValues.tuples("/c_set", List.of(), 2, buses),
                reply -> ReplyValues.pairs(reply, 0, buses.length));
    }

    /**
     * {@code /c_getn}: the values of buses in a row.
     *
     * @param count 1…{@value #MOST_VALUES}
     */
    public static Command<float[]> getRange(int first, int count) {
        return Command.answered(
                Arguments.of("/c_getn")
                        .atLeast(0, "first bus", first)
                        .number("count", count, 1, MOST_VALUES)
                        .message(),
                ReplyKey.of("/c_setn", first, count),
                reply -> ReplyValues.range(reply, 2, count));
    }

    /** Any number of buses in a row, as many {@code /c_getn} as that takes. */
    public static List<Command<float[]>> getSliced(int first, int count) {
        return Slices.of(first, count, MOST_VALUES)
                .map(slice -> getRange(slice.first(), slice.count()))
                .toList();
    }

    /** All of these values, as many {@code /c_setn} as that takes. */
    public static List<Command<Done>> setSliced(int first, float... values) {
        return Slices.of(first, values.length, MOST_VALUES)
                .map(slice -> setRange(slice.first(), slice.cut(values, first)))
                .toList();
    }
}
