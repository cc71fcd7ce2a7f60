package org.scaena.process;

import java.nio.file.Path;

/**
 * What a server wants to play through.
 *
 * @param driver which kinds may be used
 * @param jackServer the name of the JACK server, usually {@code default}
 * @param sampleRate Hz, for a jackd that is started
 * @param periodFrames frames per audio period, for a jackd that is started
 * @param directory where a jackd that is started works and leaves its output
 * @param survivesHost whether a jackd that is started goes on when the JVM stops hard
 */
public record AudioRequest(
        Driver driver,
        String jackServer,
        int sampleRate,
        int periodFrames,
        Path directory,
        boolean survivesHost) {

    /** Kinds of audio systems. */
    public enum Driver {
        /** The best that is there. */
        AUTO,
        /** Only a JACK server that runs already. */
        JACK,
        /** PipeWire's JACK. */
        PIPEWIRE,
        /** jackd on the sound card. */
        ALSA,
        /** jackd without a sound card. */
        DUMMY
    }
}
