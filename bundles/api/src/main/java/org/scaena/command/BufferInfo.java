package org.scaena.command;

import org.scaena.osc.OscMessage;

/**
 * What a server says of one buffer.
 *
 * @param number its number
 * @param frames how many; 0 if it is not allocated
 * @param channels how many; 0 if it is not allocated
 * @param sampleRate Hz
 */
public record BufferInfo(int number, int frames, int channels, float sampleRate) {

    /** How many arguments of {@code /b_info} tell of one buffer. */
    public static final int SIZE = 4;

    /** Reads {@code /b_info}, from this argument on. */
    public static BufferInfo at(OscMessage reply, int index) {
        return new BufferInfo(
                reply.intAt(index),
                reply.intAt(index + 1),
                reply.intAt(index + 2),
                reply.floatAt(index + 3));
    }
}
