package org.scaena.catalogue;

import java.util.List;
import java.util.stream.IntStream;
import org.scaena.buffer.BufferInfo;
import org.scaena.command.Command;
import org.scaena.command.Done;
import org.scaena.command.ReplyKey;
import org.scaena.command.ReplyValues;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;

/**
 * Commands for buffers: their memory and their samples. Files are in {@link BufferFileCommands},
 * waves in {@link BufferGenCommands}.
 *
 * <p>A sample's index counts single samples: frame × channels + channel. Source: Server Command
 * Reference, "Buffer Commands".
 */
public final class BufferCommands {

    /** The most samples that are sure to fit in one datagram. */
    public static final int MOST_SAMPLES = 13_000;

    /** Samples to a slice: a compromise between speed and the size of a socket's memory. */
    public static final int SLICE = 1_600;

    /** The most buffers that one reply can tell of. */
    public static final int MOST_QUERIED = 409;

    /** The most samples in one buffer, as the server counts its bytes in 31 bits. */
    public static final int LARGEST = Integer.MAX_VALUE / Float.BYTES;

    private static final int INFO_SIZE = 4;

    private BufferCommands() {}

    /**
     * {@code /b_alloc}: gets memory, all zero, in place of what the buffer had.
     *
     * @param buffer its number, from 0
     * @param frames at least 1
     * @param channels at least 1; frames × channels is at most {@link #LARGEST}
     */
    public static Command<Done> alloc(int buffer, int frames, int channels) {
        return orRefused(allocating(buffer, frames, channels));
    }

    /** {@code /b_alloc} with a completion message, done before the answer is sent. */
    public static Command<Done> alloc(int buffer, int frames, int channels, OscPacket completion) {
        return orRefused(allocating(buffer, frames, channels).anything(completion));
    }

    private static Arguments allocating(int buffer, int frames, int channels) {
        Arguments arguments =
                Arguments.of("/b_alloc")
                        .atLeast(0, "buffer", buffer)
                        .atLeast(1, "frames", frames)
                        .atLeast(1, "channels", channels);
        if ((long) frames * channels > LARGEST) {
            throw arguments.refused("frames × channels", "1…" + LARGEST, (long) frames * channels);
        }
        return arguments;
    }

    /** A server that has no memory says so on its output only. */
    private static Command<Done> orRefused(Arguments allocating) {
        return doneWith(allocating).silenceIsFailure();
    }

    /** {@code /b_free}: gives the memory back. */
    public static Command<Done> free(int buffer) {
        return doneWith(only("/b_free", buffer));
    }

    /** {@code /b_free} with a completion message, done before the answer is sent. */
    public static Command<Done> free(int buffer, OscPacket completion) {
        return doneWith(only("/b_free", buffer).anything(completion));
    }

    /** {@code /b_zero}: sets all samples to 0. */
    public static Command<Done> zero(int buffer) {
        return doneWith(only("/b_zero", buffer));
    }

    /** {@code /b_zero} with a completion message, done before the answer is sent. */
    public static Command<Done> zero(int buffer, OscPacket completion) {
        return doneWith(only("/b_zero", buffer).anything(completion));
    }

    static Arguments only(String command, int buffer) {
        return Arguments.of(command).atLeast(0, "buffer", buffer);
    }

    /** Answered by {@code /done} with the buffer's number. */
    static Command<Done> doneWith(Arguments arguments) {
        OscMessage message = arguments.message();
        return Command.done(message, message.intAt(0));
    }

    /** {@code /b_set}: sets one sample. */
    public static Command<Done> set(int buffer, int index, float value) {
        return Command.silent(
                only("/b_set", buffer).atLeast(0, "index", index).value(value).message());
    }

    /**
     * {@code /b_setn}: sets samples in a row.
     *
     * @param values 1…{@value #MOST_SAMPLES}
     */
    public static Command<Done> setRange(int buffer, int first, float... values) {
        return Command.silent(
                only("/b_setn", buffer)
                        .atLeast(0, "first index", first)
                        .anything(values.length)
                        .values(MOST_SAMPLES, values)
                        .message());
    }

    /** {@code /b_fill}: sets samples in a row to one value. */
    public static Command<Done> fill(int buffer, int first, int count, float value) {
        return Command.silent(
                only("/b_fill", buffer)
                        .atLeast(0, "first index", first)
                        .atLeast(1, "count", count)
                        .value(value)
                        .message());
    }

    /** {@code /b_get}: one sample. */
    public static Command<Float> get(int buffer, int index) {
        return Command.answered(
                only("/b_get", buffer).atLeast(0, "index", index).message(),
                ReplyKey.of("/b_set", buffer, index),
                reply -> reply.floatAt(2));
    }

    /** {@code /b_get}: several samples at one moment, in the order asked. */
    public static Command<float[]> get(int buffer, int... indices) {
        return Command.answered(
                only("/b_get", buffer).atLeast(0, "index", indices).message(),
                ReplyValues.tuples("/b_set", List.of(buffer), 2, indices),
                reply -> ReplyValues.pairs(reply, 1, indices.length));
    }

    /**
     * {@code /b_getn}: samples in a row.
     *
     * @param count 1…{@value #MOST_SAMPLES}
     */
    public static Command<float[]> getRange(int buffer, int first, int count) {
        return Command.answered(
                only("/b_getn", buffer)
                        .atLeast(0, "first index", first)
                        .number("count", count, 1, MOST_SAMPLES)
                        .message(),
                ReplyKey.of("/b_setn", buffer, first, count),
                reply -> ReplyValues.range(reply, 3, count));
    }

    /** Any number of samples in a row, as many {@code /b_getn} as that takes. */
    public static List<Command<float[]>> getSliced(int buffer, int first, int count) {
        return Slices.of(first, count, SLICE)
                .map(slice -> getRange(buffer, slice.first(), slice.count()))
                .toList();
    }

    /** All of these samples, as many {@code /b_setn} as that takes. */
    public static List<Command<Done>> setSliced(int buffer, int first, float... values) {
        return Slices.of(first, values.length, SLICE)
                .map(slice -> setRange(buffer, slice.first(), slice.cut(values, first)))
                .toList();
    }

    /** {@code /b_query}: what a buffer is; one that is not allocated has no frames. */
    public static Command<BufferInfo> query(int buffer) {
        return Command.answered(
                only("/b_query", buffer).message(),
                ReplyKey.of("/b_info", buffer),
                reply -> info(reply, 0));
    }

    /**
     * {@code /b_query}: what several buffers are, in the order asked.
     *
     * @param buffers 1…{@value #MOST_QUERIED} numbers
     */
    public static Command<List<BufferInfo>> query(int... buffers) {
        Arguments arguments = Arguments.of("/b_query");
        if (buffers.length > MOST_QUERIED) {
            throw arguments.refused("the number of buffers", "1…" + MOST_QUERIED, buffers.length);
        }
        return Command.answered(
                arguments.atLeast(0, "buffer", buffers).message(),
                ReplyValues.tuples("/b_info", List.of(), INFO_SIZE, buffers),
                reply ->
                        IntStream.range(0, buffers.length)
                                .mapToObj(i -> info(reply, i * INFO_SIZE))
                                .toList());
    }

    private static BufferInfo info(OscMessage reply, int index) {
        return new BufferInfo(
                reply.intAt(index),
                reply.intAt(index + 1),
                reply.intAt(index + 2),
                reply.floatAt(index + 3));
    }
}
