package org.scaena.buffer;

import java.time.Duration;

/**
 * The size of a buffer, as the server tells it.
 *
 * @param number the buffer's number
 * @param numFrames 0 if it is not allocated
 * @param numChannels 0 if it is not allocated
 * @param sampleRate in Hz: the server's own, or that of the sound file read last
 */
public record BufferInfo(int number, int numFrames, int numChannels, double sampleRate) {

    /** Nothing is known of it, or it is not allocated. */
    public static BufferInfo none(int number) {
        return new BufferInfo(number, 0, 0, 0);
    }

    /** Whether it has memory on the server. */
    public boolean isAllocated() {
        return numFrames > 0 && numChannels > 0;
    }

    /** Frames × channels. */
    public int numSamples() {
        return numFrames * numChannels;
    }

    /** How long it plays at its own rate. */
    public Duration duration() {
        return sampleRate > 0
                ? Duration.ofNanos(Math.round(numFrames / sampleRate * 1e9))
                : Duration.ZERO;
    }
}
