package org.scaena.server.internal;

import java.util.stream.IntStream;
import org.scaena.buffer.BufferException;
import org.scaena.catalogue.BufferCommands;
import org.scaena.command.Command;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.osc.OscMessage;

/**
 * The samples of one buffer, set and read in slices.
 *
 * <p>scsynth passes over what it can't set without a word, so samples are read back behind the
 * slices, one of each: that fails if the buffer is not there, tells when the slices are done, and
 * shows whether they arrived.
 */
final class BufferSamples {

    /**
     * Three quarters of what scsynth's socket holds: the next ones are made while those are done.
     */
    private static final int UNDER_WAY = 3;

    private static final int ROUNDS = 3;

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
        OscMessage fill = BufferCommands.fill(life.number(), first, count, value).message();
        Command<Float> witness = BufferCommands.get(life.number(), first);
        Reply<Float> read =
                Replies.insist(
                        name(),
                        () -> {
                            life.sender().send(fill);
                            return life.sender().request(witness);
                        });
        return Replies.map(name(), read, set -> Done.DONE);
    }

    /** Sets samples; a synth may set others at the same time, so they are not compared. */
    Reply<Done> set(int first, float[] values) {
        return Window.over(
                name(),
                UNDER_WAY,
                offsets(values),
                from -> send(SlicesWithWitnesses.at(first, values, from)));
    }

    /** Sets samples and compares: what got lost is sent again. */
    Reply<Done> load(float[] values) {
        return Window.over(
                name(),
                UNDER_WAY,
                offsets(values),
                from -> prove(SlicesWithWitnesses.at(0, values, from), ROUNDS));
    }

    private static Iterable<Integer> offsets(float[] values) {
        return () ->
                IntStream.iterate(
                                0,
                                from -> from < values.length,
                                from -> from + SlicesWithWitnesses.SAMPLES)
                        .iterator();
    }

    private Reply<Done> prove(SlicesWithWitnesses slices, int rounds) {
        return Replies.then(
                name(),
                send(slices),
                read -> {
                    if (slices.equal(read)) {
                        return Reply.of(Done.DONE);
                    }
                    return rounds > 1
                            ? prove(slices, rounds - 1)
                            : Reply.failed(
                                    new BufferException(
                                            name()
                                                    + " are not as loaded: something else sets"
                                                    + " them"));
                });
    }

    /** Sends slices and reads their witnesses. */
    private Reply<float[]> send(SlicesWithWitnesses slices) {
        Command<float[]> witnesses = BufferCommands.get(life.number(), slices.witnessSamples());
        return Replies.insist(
                name(),
                () -> {
                    BufferCommands.setSliced(life.number(), slices.first(), slices.values())
                            .forEach(slice -> life.sender().send(slice.message()));
                    return life.sender().request(witnesses);
                });
    }

    private String name() {
        return "the samples of " + life;
    }
}
