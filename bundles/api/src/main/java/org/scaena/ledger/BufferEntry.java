package org.scaena.ledger;

import java.util.Optional;

/**
 * A buffer with a key.
 *
 * @param owner the bundle that asked for it
 * @param key under which it asks again
 * @param number of the buffer
 * @param frames its length
 * @param channels its width
 * @param source where its contents came from; empty if they can't be had again
 */
public record BufferEntry(
        String owner,
        String key,
        int number,
        int frames,
        int channels,
        Optional<SoundFile> source) {

    /**
     * A part of a sound file.
     *
     * @param path absolute
     * @param startFrame from 0
     */
    public record SoundFile(String path, int startFrame) {}
}
