package org.scaena.server.internal;

import java.util.List;
import org.scaena.osc.OscMessage;

/** Collects the messages that nobody asked for. */
record Unasked(List<OscMessage> messages) implements Incoming {

    @Override
    public void message(OscMessage message, boolean answered) {
        if (!answered) {
            messages.add(message);
        }
    }

    @Override
    public void peerGone(String why) {
        // tells nothing here
    }
}
