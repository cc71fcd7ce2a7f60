package org.scaena.server.internal;

import java.util.ArrayList;
import java.util.List;
import org.scaena.buffer.BufferException;
import org.scaena.catalogue.BufferCommands;
import org.scaena.command.Command;
import org.scaena.command.Done;
import org.scaena.command.Reply;

/**
 * The samples of one buffer, set and read in slices.
 *
 * <p>scsynth passes over what it can't set without a word, so one sample is read back behind each
 * slice: that fails if the buffer is not there, tells when the slice is done, and shows whether it
 * arrived.
 */
final class BufferSamples {

    private static final int ROUNDS = 3;

    private record Slice(Command<Done> command, int witness, float expected) {}

    private final BufferLife life;

    BufferSamples(BufferLife life) {
        this.life = life;
    }

    Reply<float[]> get(int first, int count) {
        return SlicedFetch.of(
                life.sender(),
                name(),
                BufferCommands.getSliced(life.number(), first, count),
                BufferCommands.SLICE,
                count);
    }

    Reply<Done> fill(int first, int count, float value) {
        Command<Done> fill = BufferCommands.fill(life.number(), first, count, value);
        return done(send(new Slice(fill, first, value)));
    }

    /** Sets samples; a synth may set others at the same time, so they are not compared. */
    Reply<Done> set(int first, float[] values) {
        return Window.over(name(), slices(first, values), this::send);
    }

    /** Sets samples and compares: a slice that got lost is sent again. */
    Reply<Done> load(float[] values) {
        return Window.over(name(), slices(0, values), slice -> prove(slice, ROUNDS));
    }

    private List<Slice> slices(int first, float[] values) {
        List<Slice> slices = new ArrayList<>();
        int next = 0;
        for (Command<Done> command : BufferCommands.setSliced(life.number(), first, values)) {
            int end = Math.min(next + BufferCommands.SLICE, values.length);
            int witness = witness(values, next, end);
            slices.add(new Slice(command, first + witness, values[witness]));
            next = end;
        }
        return slices;
    }

    /** A sample that says something: a fresh buffer has zeros anyhow. */
    private static int witness(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            if (values[i] != 0) {
                return i;
            }
        }
        return from;
    }

    private Reply<Done> prove(Slice slice, int rounds) {
        return Replies.then(
                name(),
                send(slice),
                read -> {
                    if (same(read, slice.expected())) {
                        return Reply.of(Done.DONE);
                    }
                    return rounds > 1
                            ? prove(slice, rounds - 1)
                            : Reply.failed(notAsSet(slice, read));
                });
    }

    private BufferException notAsSet(Slice slice, float read) {
        return new BufferException(
                "sample %d of %s is %s, not %s as set: something else writes there"
                        .formatted(slice.witness(), life, read, slice.expected()));
    }

    private static boolean same(float one, float other) {
        return one == other || Float.isNaN(one) && Float.isNaN(other);
    }

    /** Sends a slice and reads its witness. */
    private Reply<Float> send(Slice slice) {
        Command<Float> witness = BufferCommands.get(life.number(), slice.witness());
        return Replies.insist(
                name(),
                () -> {
                    life.sender().send(slice.command().message());
                    return life.sender().request(witness);
                });
    }

    private static Reply<Done> done(Reply<?> reply) {
        return Replies.map("a buffer", reply, result -> Done.DONE);
    }

    private String name() {
        return "the samples of " + life;
    }
}
