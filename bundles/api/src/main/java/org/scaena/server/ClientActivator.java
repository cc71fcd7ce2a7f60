package org.scaena.server;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A whiteboard service that gets a login of its own on every server: own socket, client id, ids and
 * default group.
 *
 * <p>With the service property {@link Server#NAME} it is logged in on that server only. Called on a
 * thread for plugins, with a deadline; what throws or hangs is reported and passed over. What is
 * made through the client belongs to the activator's bundle, and ends when the activator goes.
 *
 * <p>When a host takes over a server that plays on, or a server that died is brought back, the
 * activator gets its client id again if it can be had, and finds under its keys what it had.
 */
@ConsumerType
public interface ClientActivator {

    /** The client id to ask for, below the server's logins; another is given if it is taken. */
    int ANY_CLIENT_ID = -1;

    /** The client id it wants, or {@link #ANY_CLIENT_ID}. */
    default int wantedClientId() {
        return ANY_CLIENT_ID;
    }

    /** It is logged in; after each boot, and when it comes while the server runs. */
    void activate(Client client);

    /** The login is over: the server goes or has gone, or the activator was taken away. */
    default void deactivate(Client client) {}
}
