package org.scaena.server;

import java.nio.file.Path;

/**
 * How a file of a {@link BlackBox} is to be played.
 *
 * @param file a path, or only the name of one of {@link BlackBox#files}
 * @param isFast whether it goes as fast as the server takes it instead of in its own time; then a
 *     packet that is worked off at once is awaited before the next goes
 * @param until the packet after which it stops, from 1; 0: all
 * @param isHere whether this server itself is played to, instead of one started for it
 */
public record Replay(Path file, boolean isFast, int until, boolean isHere) {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Replay {
        if (until < 0) {
            throw new IllegalArgumentException(
                    "a replay ends after packet 1 or later, not after " + until);
        }
    }

    /** All of it, in its own time, against a server that is started for it. */
    public static Replay of(Path file) {
        return new Replay(file, false, 0, false);
    }

    /** The same, as fast as it can be. */
    public Replay fast() {
        return new Replay(file, true, until, isHere);
    }

    /** The same, up to a packet. */
    public Replay until(int packet) {
        return new Replay(file, isFast, packet, isHere);
    }

    /** The same, to the server whose black box this is, which may well end of it. */
    public Replay here() {
        return new Replay(file, isFast, until, true);
    }
}
