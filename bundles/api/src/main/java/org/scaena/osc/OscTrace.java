package org.scaena.osc;

import java.time.Instant;

/**
 * A packet as it passed a link.
 *
 * @param time when it passed
 * @param direction which way
 * @param packet what it was
 */
public record OscTrace(Instant time, Direction direction, OscPacket packet) {

    /** Which way a packet went. */
    public enum Direction {
        /** To the peer. */
        OUT,
        /** From the peer. */
        IN
    }
}
