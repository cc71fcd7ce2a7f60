package org.scaena.server.internal;

import org.scaena.osc.OscMessage;

/**
 * Hears what comes from a server in order of arrival, on the server's event thread, or on the one
 * that reads while that has nothing to do; must not block.
 */
interface Incoming {

    /**
     * A message came.
     *
     * @param answered whether it was the answer to a request
     */
    void message(OscMessage message, boolean answered);

    /** The server's port is closed. */
    void peerGone(String why);

    /** Another transport has taken over; notifications may have been lost in between. */
    default void rejoined() {}
}
