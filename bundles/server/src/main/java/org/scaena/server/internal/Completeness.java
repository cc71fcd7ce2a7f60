package org.scaena.server.internal;

import org.scaena.command.ServiceMissingException;

/** Whether the modules below a server are there. Safe for use by several threads. */
interface Completeness {

    /** Whether each of them is there now. */
    boolean areComplete();

    /** How often one of them came or went so far. */
    int changes();

    /**
     * Waits until all of them are there.
     *
     * @throws ServiceMissingException if one of them has been away for five seconds, or the thread
     *     is interrupted
     */
    void await();
}
