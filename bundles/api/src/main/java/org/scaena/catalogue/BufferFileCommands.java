package org.scaena.catalogue;

import java.nio.file.Path;
import org.scaena.buffer.Buffer;
import org.scaena.buffer.SoundFileFormat;
import org.scaena.buffer.SoundFilePart;
import org.scaena.command.Command;
import org.scaena.command.Done;
import org.scaena.osc.OscPacket;

/**
 * Commands between buffers and sound files. All fail with the server's reason if the file can't be
 * opened. Source: Server Command Reference, "Buffer Commands".
 */
public final class BufferFileCommands {

    private static final int ALLOC_ALL = 0;

    private BufferFileCommands() {}

    /**
     * {@code /b_allocRead}: gets memory for a part of a file, and reads that.
     *
     * <p>{@code /b_allocReadChannel} if the part is of certain channels. scsynth crashes later if
     * the part is empty and the buffer had memory: free it first.
     */
    public static Command<Done> allocRead(int buffer, SoundFilePart part) {
        return BufferCommands.doneWith(allocReading(buffer, part));
    }

    /** The same with a completion message, done before the answer is sent. */
    public static Command<Done> allocRead(int buffer, SoundFilePart part, OscPacket completion) {
        return BufferCommands.doneWith(allocReading(buffer, part).anything(completion));
    }

    private static Arguments allocReading(int buffer, SoundFilePart part) {
        String command = part.channels().isEmpty() ? "/b_allocRead" : "/b_allocReadChannel";
        int frames = part.numFrames() == Buffer.ALL ? ALLOC_ALL : part.numFrames();
        return BufferCommands.only(command, buffer)
                .text("path", path(part.file()))
                .anything(part.startFrame(), frames)
                .anything(part.channels().toArray());
    }

    /**
     * {@code /b_read}: reads a part of a file into a buffer; what is too long is cut.
     *
     * <p>{@code /b_readChannel} if the part is of certain channels.
     *
     * @param firstFrame where in the buffer, from 0
     */
    public static Command<Done> read(
            int buffer, SoundFilePart part, int firstFrame, FileAfterwards afterwards) {
        return BufferCommands.doneWith(reading(buffer, part, firstFrame, afterwards));
    }

    /** The same with a completion message, done before the answer is sent. */
    public static Command<Done> read(
            int buffer,
            SoundFilePart part,
            int firstFrame,
            FileAfterwards afterwards,
            OscPacket completion) {
        return BufferCommands.doneWith(
                reading(buffer, part, firstFrame, afterwards).anything(completion));
    }

    private static Arguments reading(
            int buffer, SoundFilePart part, int firstFrame, FileAfterwards afterwards) {
        String command = part.channels().isEmpty() ? "/b_read" : "/b_readChannel";
        return BufferCommands.only(command, buffer)
                .text("path", path(part.file()))
                .anything(part.startFrame(), part.numFrames())
                .atLeast(0, "the buffer's first frame", firstFrame)
                .anything(afterwards.ordinal())
                .anything(part.channels().toArray());
    }

    /**
     * {@code /b_write}: writes a part of a buffer to a file.
     *
     * @param firstFrame of the buffer, from 0
     * @param frames how many, 0 for an empty file, or {@link Buffer#ALL}
     */
    public static Command<Done> write(
            int buffer,
            Path file,
            SoundFileFormat format,
            int firstFrame,
            int frames,
            FileAfterwards afterwards) {
        return BufferCommands.doneWith(
                writing(buffer, file, format, firstFrame, frames, afterwards));
    }

    /** The same with a completion message, done before the answer is sent. */
    public static Command<Done> write(
            int buffer,
            Path file,
            SoundFileFormat format,
            int firstFrame,
            int frames,
            FileAfterwards afterwards,
            OscPacket completion) {
        return BufferCommands.doneWith(
                writing(buffer, file, format, firstFrame, frames, afterwards).anything(completion));
    }

    private static Arguments writing(
            int buffer,
            Path file,
            SoundFileFormat format,
            int firstFrame,
            int frames,
            FileAfterwards afterwards) {
        Arguments arguments =
                BufferCommands.only("/b_write", buffer)
                        .text("path", path(file))
                        .anything(format.header().scName(), format.sample().scName());
        if (frames < 0 && frames != Buffer.ALL) {
            throw arguments.refused("frames", "0…2147483647, or −1 for all", frames);
        }
        return arguments
                .anything(frames)
                .atLeast(0, "the first frame", firstFrame)
                .anything(afterwards.ordinal());
    }

    /** {@code /b_close}: closes the file that was left open. */
    public static Command<Done> close(int buffer) {
        return BufferCommands.doneWith(BufferCommands.only("/b_close", buffer));
    }

    /** {@code /b_close} with a completion message, done before the answer is sent. */
    public static Command<Done> close(int buffer, OscPacket completion) {
        return BufferCommands.doneWith(
                BufferCommands.only("/b_close", buffer).anything(completion));
    }

    private static String path(Path file) {
        return file.toAbsolutePath().toString();
    }
}
