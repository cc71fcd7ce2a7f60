package org.scaena.server;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A whiteboard service that hears what happens to servers.
 *
 * <p>Called in order on a thread for plugins: a slow listener delays nobody but itself.
 */
@ConsumerType
public interface ServerListener {

    /** Something happened. */
    void event(Server server, ServerEvent event);
}
