package org.scaena.catalogue;

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

    /** {@code /b_allocRead}: gets memory for a part of a file, and reads that. */
    public static Command<Done> allocRead(int buffer, FileRegion file) {
        return BufferCommands.doneWith(allocReading("/b_allocRead", buffer, file));
    }

    /** {@code /b_allocRead} with a completion message, done before the answer is sent. */
    public static Command<Done> allocRead(int buffer, FileRegion file, OscPacket completion) {
        return BufferCommands.doneWith(
                allocReading("/b_allocRead", buffer, file).anything(completion));
    }

    /**
     * {@code /b_allocReadChannel}: gets memory for channels of a part of a file, and reads those.
     *
     * @param channels from 0, in the order in which they become the buffer's; none for all
     */
    public static Command<Done> allocReadChannel(int buffer, FileRegion file, int... channels) {
        return BufferCommands.doneWith(
                channels(allocReading("/b_allocReadChannel", buffer, file), channels));
    }

    /** {@code /b_allocReadChannel} with a completion message, done before the answer is sent. */
    public static Command<Done> allocReadChannel(
            int buffer, FileRegion file, OscPacket completion, int... channels) {
        return BufferCommands.doneWith(
                channels(allocReading("/b_allocReadChannel", buffer, file), channels)
                        .anything(completion));
    }

    private static Arguments allocReading(String command, int buffer, FileRegion file) {
        int frames = file.frames() == FileRegion.ALL ? ALLOC_ALL : file.frames();
        return BufferCommands.only(command, buffer)
                .text("path", file.path())
                .anything(file.firstFrame(), frames);
    }

    /**
     * {@code /b_read}: reads a part of a file into a buffer; what is too long is cut.
     *
     * @param firstFrame where in the buffer, from 0
     */
    public static Command<Done> read(
            int buffer, FileRegion file, int firstFrame, FileAfterwards afterwards) {
        return BufferCommands.doneWith(reading("/b_read", buffer, file, firstFrame, afterwards));
    }

    /** {@code /b_read} with a completion message, done before the answer is sent. */
    public static Command<Done> read(
            int buffer,
            FileRegion file,
            int firstFrame,
            FileAfterwards afterwards,
            OscPacket completion) {
        return BufferCommands.doneWith(
                reading("/b_read", buffer, file, firstFrame, afterwards).anything(completion));
    }

    /**
     * {@code /b_readChannel}: reads channels of a part of a file into a buffer.
     *
     * @param firstFrame where in the buffer, from 0
     * @param channels from 0, in the order in which they become the buffer's; none for all
     */
    public static Command<Done> readChannel(
            int buffer,
            FileRegion file,
            int firstFrame,
            FileAfterwards afterwards,
            int... channels) {
        return BufferCommands.doneWith(
                channels(
                        reading("/b_readChannel", buffer, file, firstFrame, afterwards), channels));
    }

    /** {@code /b_readChannel} with a completion message, done before the answer is sent. */
    public static Command<Done> readChannel(
            int buffer,
            FileRegion file,
            int firstFrame,
            FileAfterwards afterwards,
            OscPacket completion,
            int... channels) {
        return BufferCommands.doneWith(
                channels(reading("/b_readChannel", buffer, file, firstFrame, afterwards), channels)
                        .anything(completion));
    }

    private static Arguments reading(
            String command,
            int buffer,
            FileRegion file,
            int firstFrame,
            FileAfterwards afterwards) {
        return BufferCommands.only(command, buffer)
                .text("path", file.path())
                .anything(file.firstFrame(), file.frames())
                .atLeast(0, "the buffer's first frame", firstFrame)
                .anything(afterwards.ordinal());
    }

    private static Arguments channels(Arguments arguments, int... channels) {
        return channels.length == 0 ? arguments : arguments.atLeast(0, "channel", channels);
    }

    /**
     * {@code /b_write}: writes a part of a buffer to a file.
     *
     * @param file how many frames are written, and from which frame of the <em>buffer</em>
     */
    public static Command<Done> write(
            int buffer,
            FileRegion file,
            SoundFileFormat header,
            SampleFormat samples,
            FileAfterwards afterwards) {
        return BufferCommands.doneWith(writing(buffer, file, header, samples, afterwards));
    }

    /** {@code /b_write} with a completion message, done before the answer is sent. */
    public static Command<Done> write(
            int buffer,
            FileRegion file,
            SoundFileFormat header,
            SampleFormat samples,
            FileAfterwards afterwards,
            OscPacket completion) {
        return BufferCommands.doneWith(
                writing(buffer, file, header, samples, afterwards).anything(completion));
    }

    private static Arguments writing(
            int buffer,
            FileRegion file,
            SoundFileFormat header,
            SampleFormat samples,
            FileAfterwards afterwards) {
        return BufferCommands.only("/b_write", buffer)
                .text("path", file.path())
                .anything(
                        header.header(),
                        samples.label(),
                        file.frames(),
                        file.firstFrame(),
                        afterwards.ordinal());
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
}
