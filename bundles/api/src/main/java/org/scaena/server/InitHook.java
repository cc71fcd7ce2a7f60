package org.scaena.server;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A whiteboard service that prepares servers, in the order of {@code service.ranking}, lowest
 * first.
 *
 * <p>Each phase runs once per occasion on a thread for plugins, with a deadline; a hook that throws
 * or hangs is reported and passed over. A hook that comes late runs at once on a running server.
 * What a hook makes through the client belongs to the hook's bundle.
 */
@ConsumerType
public interface InitHook {

    /** Once per server process, before any definition is sent. */
    default void boot(Client client) {}

    /** After the boot, and after every clearing of the tree: the default groups are there. */
    default void tree(Client client) {}

    /** Before a server is quit; it still plays. */
    default void quit(Client client) {}
}
