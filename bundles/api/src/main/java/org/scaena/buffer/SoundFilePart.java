package org.scaena.buffer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be read of a sound file: any kind that libsndfile reads, such as WAV, AIFF, FLAC.
 *
 * <p>Made with {@link #of} and narrowed, for example {@code of(file).from(44100).channels(0)}.
 *
 * @param file as the server's machine sees it; a relative path starts at this host's directory
 * @param startFrame the first frame, from 0
 * @param numFrames how many at most, or {@link Buffer#ALL} to the end
 * @param channels which of the file's channels in which order, from 0; all if empty
 */
public record SoundFilePart(Path file, int startFrame, int numFrames, List<Integer> channels) {

    /** Checks the numbers. */
    public SoundFilePart {
        if (startFrame < 0) {
            throw new IllegalArgumentException(
                    "a sound file starts with frame 0, not " + startFrame);
        }
        if (numFrames < 1 && numFrames != Buffer.ALL) {
            throw new IllegalArgumentException(
                    "read at least one frame of %s, not %d".formatted(file, numFrames));
        }
        channels = List.copyOf(channels);
        for (int channel : channels) {
            if (channel < 0) {
                throw new IllegalArgumentException(
                        "the channels of %s count from 0, not %d".formatted(file, channel));
            }
        }
    }

    /** All of a file. */
    public static SoundFilePart of(Path file) {
        return new SoundFilePart(file, 0, Buffer.ALL, List.of());
    }

    /** The same, from another frame on. */
    public SoundFilePart from(int frame) {
        return new SoundFilePart(file, frame, numFrames, channels);
    }

    /** The same, at most this many frames. */
    public SoundFilePart frames(int count) {
        return new SoundFilePart(file, startFrame, count, channels);
    }

    /** The same, of these channels only. */
    public SoundFilePart channels(int first, int... more) {
        List<Integer> chosen = new ArrayList<>();
        chosen.add(first);
        for (int channel : more) {
            chosen.add(channel);
        }
        return new SoundFilePart(file, startFrame, numFrames, chosen);
    }
}
