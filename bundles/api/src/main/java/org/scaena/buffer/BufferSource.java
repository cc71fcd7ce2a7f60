package org.scaena.buffer;

import java.nio.file.Path;
import org.scaena.buffer.BufferSource.Cued;
import org.scaena.buffer.BufferSource.Empty;
import org.scaena.buffer.BufferSource.FromFile;
import org.scaena.buffer.BufferSource.Loaded;

/** What a buffer is made from. */
public sealed interface BufferSource permits Empty, FromFile, Cued, Loaded {

    /** The most samples in one buffer, as scsynth counts its bytes in 31 bits. */
    int MOST_SAMPLES = Integer.MAX_VALUE / Float.BYTES;

    /**
     * Silence.
     *
     * @param numFrames at least 1
     * @param numChannels at least 1
     */
    record Empty(int numFrames, int numChannels) implements BufferSource {

        /** Checks that scsynth can count the samples. */
        public Empty {
            long samples = (long) numFrames * numChannels;
            if (numFrames < 1 || numChannels < 1 || samples > MOST_SAMPLES) {
                throw new IllegalArgumentException(
                        "a buffer has at least one frame and one channel and at most %d samples, not %d × %d"
                                .formatted(MOST_SAMPLES, numFrames, numChannels));
            }
        }
    }

    /**
     * A sound file, read into memory.
     *
     * @param part what of it
     */
    record FromFile(SoundFilePart part) implements BufferSource {}

    /**
     * A sound file played from disk by {@code DiskIn}: its beginning is read and it stays open.
     *
     * @param part from which frame; all channels
     * @param numFrames of the buffer, for {@code DiskIn} a multiple of twice the block size
     */
    record Cued(SoundFilePart part, int numFrames) implements BufferSource {

        /** Checks that there is a buffer and that the file is read as it is. */
        public Cued {
            if (numFrames < 1) {
                throw new IllegalArgumentException(
                        "a buffer has at least one frame, not " + numFrames);
            }
            if (!part.channels().isEmpty()) {
                throw new IllegalArgumentException(
                        "%s is cued with all its channels".formatted(part.file()));
            }
        }
    }

    /** Samples of this host. */
    final class Loaded implements BufferSource {

        private final float[] samples;
        private final int numChannels;

        private Loaded(float[] samples, int numChannels) {
            if (numChannels < 1 || samples.length == 0 || samples.length % numChannels != 0) {
                throw new IllegalArgumentException(
                        "%d samples make no frames of %d channels"
                                .formatted(samples.length, numChannels));
            }
            this.samples = samples;
            this.numChannels = numChannels;
        }

        /** A copy of the samples, interleaved. */
        public float[] samples() {
            return samples.clone();
        }

        /** The number of channels. */
        public int numChannels() {
            return numChannels;
        }

        /** The number of frames. */
        public int numFrames() {
            return samples.length / numChannels;
        }
    }

    /** Silence of one channel. */
    static BufferSource alloc(int numFrames) {
        return alloc(numFrames, 1);
    }

    /** Silence. */
    static BufferSource alloc(int numFrames, int numChannels) {
        return new Empty(numFrames, numChannels);
    }

    /** A sound file, all of it. */
    static BufferSource allocRead(Path file) {
        return allocRead(SoundFilePart.of(file));
    }

    /** A part of a sound file. */
    static BufferSource allocRead(SoundFilePart part) {
        return new FromFile(part);
    }

    /** A sound file to be played from disk, with the buffer size that SuperCollider uses. */
    static BufferSource cueSoundFile(Path file) {
        return cueSoundFile(SoundFilePart.of(file), 32_768);
    }

    /** A sound file to be played from disk. */
    static BufferSource cueSoundFile(SoundFilePart part, int numFrames) {
        return new Cued(part, numFrames);
    }

    /** Samples of one channel, copied. */
    static BufferSource load(float... samples) {
        return new Loaded(samples.clone(), 1);
    }

    /** Interleaved samples, copied. */
    static BufferSource load(int numChannels, float[] samples) {
        return new Loaded(samples.clone(), numChannels);
    }
}
