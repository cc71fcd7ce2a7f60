package org.scaena.server.internal;

import org.scaena.osc.OscMessage;
import org.scaena.server.ServerEvent;

/**
 * Hands on what comes to a further login: only failures that nobody awaits, as the host's own login
 * hears all else.
 */
final class ClientInbox implements Incoming {

    private final Plugins plugins;

    ClientInbox(Plugins plugins) {
        this.plugins = plugins;
    }

    @Override
    public void message(OscMessage message, boolean answered) {
        if (!answered && message.address().equals("/fail") && message.size() >= 2) {
            plugins.event(
                    new ServerEvent.Failure(message.stringAt(0), message.stringAt(1).strip()));
        }
    }

    @Override
    public void peerGone(String why) {
        // the host's own login notices it, too
    }
}
