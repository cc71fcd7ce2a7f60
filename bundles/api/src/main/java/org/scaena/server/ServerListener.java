package org.scaena.server;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A whiteboard service that hears what happens to servers.
 *
 * <p>Called on the event thread of the server concerned, in order; it must return soon.
 */
@ConsumerType
public interface ServerListener {

    /** Something happened. */
    void event(Server server, ServerEvent event);
}
