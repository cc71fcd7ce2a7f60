package org.scaena.osc;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Takes what arrives on a link.
 *
 * <p>All methods are called on the link's one reader thread, in order of arrival. They must return
 * at once: while they run nothing else is received. What they throw is counted and logged.
 */
@ConsumerType
public interface OscReceiver {

    /** A well-formed packet came in. */
    void received(OscPacket packet);

    /**
     * The peer's port is closed, or the connection broke.
     *
     * <p>A UDP link stays open and may be used again when the peer is back; a TCP link is closed.
     */
    default void peerGone(String why) {}
}
