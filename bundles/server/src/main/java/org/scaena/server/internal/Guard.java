package org.scaena.server.internal;

import org.scaena.osc.OscMessage;

/**
 * Keeps from scsynth a kind of message that is well-formed and would crash it all the same, because
 * of what was sent before. Guarded by the lock of the {@link CommandCheck}.
 */
interface Guard {

    /**
     * Notes a command that is about to be sent.
     *
     * @param undo gets what takes the note back
     * @throws RuntimeException that says in one sentence why it can't be sent
     */
    void admit(OscMessage message, Undo undo);

    /** Hears what the server says of nodes, and of failures. */
    default void heard(OscMessage message) {
        // most need not know
    }
}
