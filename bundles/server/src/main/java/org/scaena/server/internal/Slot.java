package org.scaena.server.internal;

import org.scaena.osc.OscMessage;

/** A place for an argument, or for several that belong together. */
@FunctionalInterface
interface Slot {

    /**
     * Checks what is there.
     *
     * @param at the index of the first argument, which is there
     * @return the index of the first argument behind
     * @throws IllegalArgumentException that names the argument, its value and what is allowed
     */
    int accept(OscMessage message, int at, Limits limits);
}
