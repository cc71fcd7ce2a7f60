package org.scaena.server.internal;

import java.nio.file.Path;
import java.util.Optional;
import org.scaena.buffer.Buffer;
import org.scaena.buffer.BufferException;
import org.scaena.buffer.BufferInfo;
import org.scaena.buffer.SoundFileFormat;
import org.scaena.buffer.SoundFilePart;
import org.scaena.buffer.Waveform;
import org.scaena.catalogue.BufferCommands;
import org.scaena.catalogue.BufferFileCommands;
import org.scaena.catalogue.BufferGenCommands;
import org.scaena.catalogue.FileAfterwards;
import org.scaena.command.Command;
import org.scaena.command.CommandSender;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.osc.OscPacket;
import org.scaena.server.internal.Turns.Kind;

/** A handle on one buffer: says which calls there are, and in which turn each is done. */
final class LiveBuffer implements Buffer {

    private final BufferLife life;
    private final BufferParts parts;
    private final Completion completion;

    LiveBuffer(BufferLife life, BufferParts parts, Completion completion) {
        this.life = life;
        this.parts = parts;
        this.completion = completion;
    }

    BufferLife life() {
        return life;
    }

    BufferParts parts() {
        return parts;
    }

    @Override
    public int number() {
        return life.number();
    }

    @Override
    public CommandSender sender() {
        return life.sender();
    }

    @Override
    public Reply<Buffer> ready() {
        return life.ready();
    }

    @Override
    public BufferInfo info() {
        return life.info();
    }

    @Override
    public boolean isFreed() {
        return life.isFreed();
    }

    @Override
    public Buffer withCompletion(OscPacket packet) {
        return new LiveBuffer(life, parts, new Completion(Optional.of(packet)));
    }

    @Override
    public Reply<BufferInfo> query() {
        return life.call(Kind.IMMEDIATE, "querying", life::refresh);
    }

    // ---- sound files

    @Override
    public Reply<Done> read(SoundFilePart part, int atFrame) {
        return life.call(
                Kind.ALONE,
                "reading into",
                () -> life.requireFrames(atFrame, 1),
                () -> parts.files().read(part, atFrame, completion));
    }

    @Override
    public Reply<Done> cueSoundFile(SoundFilePart part) {
        if (!part.channels().isEmpty()) {
            throw new IllegalArgumentException(part.file() + " is cued with all its channels");
        }
        return life.call(Kind.ALONE, "cueing", () -> parts.files().cue(part, completion));
    }

    @Override
    public Reply<Done> write(Path file, SoundFileFormat format, int firstFrame, int numFrames) {
        return life.call(
                Kind.ASYNCHRONOUS,
                "writing",
                () -> life.requireFrames(firstFrame, Math.max(1, numFrames)),
                () ->
                        parts.files()
                                .write(
                                        file,
                                        format,
                                        firstFrame,
                                        numFrames,
                                        FileAfterwards.CLOSE,
                                        completion));
    }

    @Override
    public Reply<Done> record(Path file, SoundFileFormat format) {
        return life.call(
                Kind.ASYNCHRONOUS,
                "recording",
                () -> {
                    life.request(BufferFileCommands.close(number()));
                    return parts.files()
                            .write(file, format, 0, 0, FileAfterwards.LEAVE_OPEN, completion);
                });
    }

    @Override
    public Reply<Done> close() {
        return asynchronous("closing the file of", BufferFileCommands.close(number()));
    }

    // ---- contents

    @Override
    public Reply<Done> zero() {
        return asynchronous("clearing", BufferCommands.zero(number()));
    }

    @Override
    public Reply<Done> setn(int firstSample, float... values) {
        float[] copy = values.clone();
        return life.call(
                inOne(copy.length),
                "setting samples of",
                () -> life.requireSamples(firstSample, copy.length),
                () -> parts.samples().set(firstSample, copy));
    }

    @Override
    public Reply<Done> fill(int firstSample, int count, float value) {
        return life.call(
                Kind.IMMEDIATE,
                "filling",
                () -> life.requireSamples(firstSample, life.countFrom(firstSample, count)),
                () -> parts.samples().fill(firstSample, life.countFrom(firstSample, count), value));
    }

    @Override
    public Reply<Float> get(int sample) {
        return life.call(
                Kind.IMMEDIATE,
                "reading",
                () -> life.requireSamples(sample, 1),
                () -> life.ask(BufferCommands.get(number(), sample)));
    }

    @Override
    public Reply<float[]> getn(int firstSample, int count) {
        return life.call(
                inOne(count),
                "reading",
                () -> life.requireSamples(firstSample, life.countFrom(firstSample, count)),
                () -> parts.samples().get(firstSample, life.countFrom(firstSample, count)));
    }

    /** One message is done at one moment; for several, others have to wait. */
    private static Kind inOne(int count) {
        return count >= 0 && count <= BufferCommands.SLICE ? Kind.IMMEDIATE : Kind.ALONE;
    }

    @Override
    public Reply<Done> load(float... samples) {
        float[] copy = samples.clone();
        return life.call(
                Kind.ALONE,
                "loading",
                () -> life.requireSamples(0, copy.length),
                () -> parts.upload().load(copy));
    }

    @Override
    public Reply<Done> gen(Waveform waveform) {
        return life.call(
                Kind.ASYNCHRONOUS,
                "computing",
                () -> life.request(BufferGenCommands.waveform(number(), waveform)));
    }

    @Override
    public Reply<Done> copyFrom(Buffer source, int firstSample, int count, int atSample) {
        if (!(source instanceof LiveBuffer other) || other.sender() != sender()) {
            throw new IllegalArgumentException(source + " is not on the server of " + this);
        }
        return life.call(
                Kind.ALONE,
                "copying into",
                () ->
                        Replies.then(
                                "copying into " + this,
                                source.ready(),
                                there -> copy(other.life, firstSample, count, atSample)));
    }

    private Reply<Done> copy(BufferLife source, int first, int count, int at) {
        if (source.isFreed()) {
            throw new BufferException(source + " was freed: there is nothing to copy");
        }
        int fitting = Math.min(source.samples() - first, life.samples() - at);
        int copied = count == ALL ? fitting : count;
        source.requireSamples(first, copied);
        life.requireSamples(at, copied);
        return life.request(BufferGenCommands.copy(number(), at, source.number(), first, copied));
    }

    @Override
    public Reply<Done> normalize(float maximum) {
        return life.call(
                Kind.ASYNCHRONOUS,
                "normalizing",
                () -> life.request(BufferGenCommands.normalize(number(), maximum)));
    }

    private Reply<Done> asynchronous(String what, Command<Done> command) {
        return life.call(Kind.ASYNCHRONOUS, what, () -> life.request(completion.of(command)));
    }

    @Override
    public Reply<Done> free() {
        return parts.end().free(completion);
    }

    @Override
    public String toString() {
        return life.toString();
    }
}
