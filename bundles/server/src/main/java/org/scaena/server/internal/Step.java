package org.scaena.server.internal;

import org.jspecify.annotations.Nullable;
import org.scaena.osc.OscPacket;

/**
 * Something to be sent.
 *
 * @param packet what
 * @param request who awaits something of it, if anybody
 */
record Step(OscPacket packet, @Nullable Request<?> request) {

    /** It is not sent. */
    void fail(RuntimeException why) {
        if (request != null) {
            request.fail(why);
        }
    }
}
