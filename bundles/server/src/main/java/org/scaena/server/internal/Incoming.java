package org.scaena.server.internal;

import org.scaena.osc.OscMessage;

/** Hears what comes from a server; called on the server's event thread, in order of arrival. */
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
