package org.scaena.server.internal;

import org.scaena.osc.OscMessage;

/** Which nodes a command speaks of. */
final class NodeNumbers {

    /** Stands for the node made last, by whomever. */
    static final int LAST_MADE = -1;

    private NodeNumbers() {}

    static IllegalArgumentException unclear(OscMessage message) {
        return new IllegalArgumentException(
                "%s: give the id of the node, as a way to it or −1 may lead to one that crashes scsynth"
                        .formatted(message.address()));
    }
}
