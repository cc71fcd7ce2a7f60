package org.scaena.ledger;

import java.util.List;
import java.util.Optional;

/**
 * A buffer with a key.
 *
 * @param owner the bundle that asked for it
 * @param key under which it asks again
 * @param number of the buffer
 * @param frames its length
 * @param channels its width
 * @param contents what it was made from
 * @param file where its contents can be had again; empty for silence
 */
public record BufferEntry(
        String owner,
        String key,
        int number,
        int frames,
        int channels,
        Contents contents,
        Optional<SoundFile> file) {

    /** What a buffer was made from. */
    public enum Contents {
        /** Nothing: silence. */
        SILENCE,
        /** A sound file, read into memory. */
        SOUND_FILE,
        /** A sound file that is played from disk and stays open. */
        CUED_FILE,
        /** Samples of the host, of which a copy is kept in a file. */
        SAMPLES
    }

    /**
     * A part of a sound file.
     *
     * @param path absolute
     * @param startFrame from 0
     * @param numFrames how many, or −1 for all to the end
     * @param channels which, from 0; empty for all
     */
    public record SoundFile(String path, int startFrame, int numFrames, List<Integer> channels) {

        /** Copies the channels. */
        public SoundFile {
            channels = List.copyOf(channels);
        }
    }
}
