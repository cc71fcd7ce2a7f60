package org.scaena.server.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import org.scaena.buffer.BufferException;
import org.scaena.buffer.BufferInfo;
import org.scaena.buffer.SoundFileFormat;
import org.scaena.buffer.SoundFilePart;
import org.scaena.catalogue.BufferCommands;
import org.scaena.catalogue.BufferFileCommands;
import org.scaena.catalogue.FileAfterwards;
import org.scaena.command.Command;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.id.IdPool;
import org.scaena.id.IdRange;

/**
 * One buffer and sound files.
 *
 * <p>scsynth answers {@code /done} also when there was nothing to read. What a file holds is asked
 * of the server itself, which reads one frame of it: so it is known for every kind of file and on
 * any machine.
 */
final class BufferFiles {

    private final BufferLife life;
    private final IdPool numbers;
    private final Machine machine;

    BufferFiles(BufferLife life, IdPool numbers, Machine machine) {
        this.life = life;
        this.numbers = numbers;
        this.machine = machine;
    }

    /** Reads a part of a file into memory taken for it. */
    Reply<BufferInfo> allocRead(SoundFilePart part, Completion completion) {
        clear();
        Reply<Done> read =
                life.request(completion.of(BufferFileCommands.allocRead(life.number(), part)));
        Reply<BufferInfo> told = Replies.then(name(part), read, done -> life.refresh());
        return Replies.then(name(part), told, info -> something(part, info));
    }

    /** Takes memory for the beginning of a file and leaves the file open. */
    Reply<BufferInfo> allocCue(
            SoundFilePart part, int numFrames, BufferMemory memory, Completion completion) {
        clear();
        Reply<Done> taken =
                Replies.then(
                        name(part),
                        probe(life.number(), part),
                        head -> memory.take(life, numFrames, head.numChannels(), Completion.NONE));
        Reply<Done> read =
                Replies.then(
                        name(part),
                        taken,
                        there ->
                                life.request(
                                        completion.of(read(part, 0, FileAfterwards.LEAVE_OPEN))));
        return Replies.then(name(part), read, done -> life.refresh());
    }

    /** Reads a part of a file into the buffer. */
    Reply<Done> read(SoundFilePart part, int atFrame, Completion completion) {
        return reading(part, completion.of(read(part, atFrame, FileAfterwards.CLOSE)));
    }

    /** Reads the beginning of a part and leaves the file open. */
    Reply<Done> cue(SoundFilePart part, Completion completion) {
        life.request(BufferFileCommands.close(life.number()));
        return reading(part, completion.of(read(part, 0, FileAfterwards.LEAVE_OPEN)));
    }

    private Reply<Done> reading(SoundFilePart part, Command<Done> command) {
        Reply<?> head = part.startFrame() == 0 ? Reply.of(Done.DONE) : probeElsewhere(part);
        Reply<Done> read = Replies.then(name(part), head, there -> life.request(command));
        Reply<BufferInfo> told = Replies.then(name(part), read, done -> life.refresh());
        return Replies.map(name(part), told, info -> Done.DONE);
    }

    /** Writes frames of the buffer into a file. */
    Reply<Done> write(
            Path file,
            SoundFileFormat format,
            int firstFrame,
            int numFrames,
            FileAfterwards afterwards,
            Completion completion) {
        Command<Done> write =
                BufferFileCommands.write(
                        life.number(), file, format, firstFrame, numFrames, afterwards);
        return Replies.map(
                "writing " + file,
                life.request(completion.of(write)),
                written -> {
                    if (machine.isHere() && !Files.exists(file)) {
                        throw new BufferException(
                                "the server wrote %s elsewhere: it is confined to another folder (-P)"
                                        .formatted(file));
                    }
                    return written;
                });
    }

    /**
     * Frees what a former client of this login may have left under this number: read over that,
     * nothing at all would leave freed memory in use.
     */
    private void clear() {
        life.request(BufferCommands.free(life.number()));
    }

    /** The size of the first frame of a part; fails if there is none. */
    private Reply<BufferInfo> probe(int number, SoundFilePart part) {
        Reply<Done> read = life.request(BufferFileCommands.allocRead(number, part.frames(1)));
        Reply<BufferInfo> told =
                Replies.then(name(part), read, done -> life.ask(BufferCommands.query(number)));
        return Replies.then(name(part), told, info -> something(part, info));
    }

    /** The same with a number that is not in use. */
    private Reply<BufferInfo> probeElsewhere(SoundFilePart part) {
        IdRange spare = numbers.allocate(1, Owners.HOST);
        Reply<BufferInfo> head = probe(spare.first(), part);
        head.whenComplete(
                (told, failure) ->
                        life.request(BufferCommands.free(spare.first()))
                                .whenComplete((freed, late) -> numbers.free(spare)));
        return head;
    }

    private static Reply<BufferInfo> something(SoundFilePart part, BufferInfo told) {
        return told.isAllocated()
                ? Reply.of(told)
                : Reply.failed(
                        new BufferException(
                                "there is nothing to read in %s from frame %d on"
                                        .formatted(part.file(), part.startFrame())));
    }

    private Command<Done> read(SoundFilePart part, int atFrame, FileAfterwards afterwards) {
        return BufferFileCommands.read(life.number(), part, atFrame, afterwards);
    }

    private static String name(SoundFilePart part) {
        return "reading " + part.file();
    }
}
