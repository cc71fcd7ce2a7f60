package org.scaena.buffer;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;
import org.scaena.command.CommandSender;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.osc.OscPacket;

/**
 * A buffer on the server, to act on.
 *
 * <p>Samples are interleaved and counted from 0: channel {@code c} of frame {@code f} is sample
 * {@code f · numChannels + c}. Values are float32 and not clipped.
 *
 * <p>What is called on one buffer takes effect in the order of the calls, also where scsynth works
 * off commands in another order; nothing has to be waited for in between. A reply fails with a
 * {@link BufferException} if the server could not do it or the buffer is freed, with {@link
 * IndexOutOfBoundsException} if it would reach beyond the buffer (thrown at once if the buffer is
 * {@link #ready}), and with {@code NotRunningException} if the server is gone. Safe for use by
 * several threads; no call blocks, except while the send queue is full.
 *
 * <p>Source: SuperCollider's Server Command Reference, "Buffer Commands".
 */
@ProviderType
public interface Buffer {

    /** Its number, as definitions and commands name it. */
    int number();

    /** Where commands for it go. */
    CommandSender sender();

    /** Completes when it is allocated and has its first contents, or fails with the reason. */
    Reply<Buffer> ready();

    /** Its size as the server told it last; zeros before it is {@link #ready}. */
    BufferInfo info();

    /** Whether it is freed, by whom does not matter as long as it went through the host. */
    boolean isFreed();

    /**
     * The same buffer, whose next asynchronous commands carry a completion message.
     *
     * <p>The server runs it once such a command is done, before it answers, and not at all if the
     * command fails. It concerns {@link #read}, {@link #write}, {@link #zero}, {@link #close} and
     * {@link #free}; {@code /b_gen} knows no completion.
     */
    Buffer withCompletion(OscPacket completion);

    /** Asks the server for its size. */
    Reply<BufferInfo> query();

    // ---- sound files

    /** Reads a sound file from its start into the buffer from frame 0, as much as fits. */
    default Reply<Done> read(Path file) {
        return read(SoundFilePart.of(file), 0);
    }

    /**
     * Reads a part of a sound file into the buffer, as much as fits.
     *
     * <p>The buffer takes on the file's sample rate. Without a choice of channels the file must
     * have as many as the buffer.
     *
     * @param atFrame the buffer's first frame to be written, 0…numFrames − 1
     */
    Reply<Done> read(SoundFilePart part, int atFrame);

    /**
     * Reads the beginning of a part and leaves the file open, for {@code DiskIn} to go on; ended by
     * {@link #close} or {@link #free}.
     */
    Reply<Done> cueSoundFile(SoundFilePart part);

    /** Writes the whole buffer into a sound file of the kind that the file's name says. */
    default Reply<Done> write(Path file) {
        return write(file, SoundFileFormat.of(file));
    }

    /** Writes the whole buffer into a sound file; one that is there is replaced. */
    default Reply<Done> write(Path file, SoundFileFormat format) {
        return write(file, format, 0, ALL);
    }

    /**
     * Writes frames into a sound file; one that is there is replaced.
     *
     * @param firstFrame 0…numFrames − 1
     * @param numFrames how many, at least 1, or {@link #ALL} to the end
     */
    Reply<Done> write(Path file, SoundFileFormat format, int firstFrame, int numFrames);

    /**
     * Begins a sound file, without frames, and leaves it open for {@code DiskOut} to write; ended
     * by {@link #close} or {@link #free}.
     */
    Reply<Done> record(Path file, SoundFileFormat format);

    /** Closes the sound file that was left open; harmless if there is none. */
    Reply<Done> close();

    // ---- contents

    /** All that there is, where a count is asked for. */
    int ALL = -1;

    /** Sets every sample to 0. */
    Reply<Done> zero();

    /** Sets one sample. */
    default Reply<Done> set(int sample, float value) {
        return setn(sample, value);
    }

    /** Sets neighbouring samples; any number of them, sent in slices. */
    Reply<Done> setn(int firstSample, float... values);

    /** Sets every sample to one value. */
    default Reply<Done> fill(float value) {
        return fill(0, ALL, value);
    }

    /** Sets neighbouring samples to one value. */
    Reply<Done> fill(int firstSample, int count, float value);

    /** Asks for one sample. */
    Reply<Float> get(int sample);

    /** Asks for neighbouring samples; any number of them, fetched in slices. */
    Reply<float[]> getn(int firstSample, int count);

    /** Asks for all samples, interleaved. */
    default Reply<float[]> toArray() {
        return getn(0, ALL);
    }

    /**
     * Replaces samples from the first one on, and proves that they are there.
     *
     * <p>Many samples go through a temporary sound file if the server runs on this machine, in
     * slices otherwise; both end with equal contents.
     *
     * @param samples interleaved, at most as many as the buffer holds
     */
    Reply<Done> load(float... samples);

    /** Computes a waveform into it: {@code /b_gen} sine1, sine2, sine3 or cheby. */
    Reply<Done> gen(Waveform waveform);

    /** Copies all samples of another buffer, as many as fit. */
    default Reply<Done> copyFrom(Buffer source) {
        return copyFrom(source, 0, ALL, 0);
    }

    /**
     * Copies samples of another buffer of this server.
     *
     * @param firstSample the source's first sample
     * @param count how many, or {@link #ALL} that are there and fit
     * @param atSample this buffer's first sample to be replaced
     */
    Reply<Done> copyFrom(Buffer source, int firstSample, int count, int atSample);

    /**
     * Scales it so that its loudest sample has this value.
     *
     * @param maximum above 0, usually 1
     */
    Reply<Done> normalize(float maximum);

    /** Frees it and gives its number back; done already if it is freed. */
    Reply<Done> free();
}
