package org.scaena.osc;

import java.util.List;

/**
 * Bundles for later that one link leaves to another to the same peer.
 *
 * @param held those that the peer has not got, the earliest first
 * @param atPeer the times of those that it keeps
 */
public record OscBacklog(List<OscBundle> held, List<OscTimeTag> atPeer) {

    /** Copies the lists. */
    public OscBacklog {
        held = List.copyOf(held);
        atPeer = List.copyOf(atPeer);
    }
}
