package org.scaena.osc;

import java.nio.ByteBuffer;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Takes what arrives on a link.
 *
 * <p>All methods but {@link #sent} are called on the link's one reader thread, in order of arrival.
 * They must return at once: while they run nothing else is received. What they throw is counted and
 * logged.
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

    /**
     * A packet is about to leave, in these bytes: whoever records what the peer is sent copies
     * them.
     *
     * <p>Called for every packet in the order in which they leave, joined and held back as the
     * {@link OscPacing} has it, probes included; by the thread that transmits, one at a time. It
     * must return at once, as the sender may wait for it, and neither change nor keep the buffer.
     *
     * @param buffer where the packet is, at whatever position the buffer may be
     * @param offset of its first byte
     * @param bytes its length
     */
    default void sent(ByteBuffer buffer, int offset, int bytes) {}
}
