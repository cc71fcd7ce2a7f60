package org.scaena.server.internal;

import java.util.Optional;
import org.scaena.node.NodeTree;
import org.scaena.osc.OscEndpoint;
import org.scaena.process.ManagedProcess;
import org.scaena.server.Client;
import org.scaena.server.ServerStatus;

/**
 * A server that is up, from its boot to its end.
 *
 * @param endpoint where it listens
 * @param session the link to it
 * @param tree the mirror of its tree
 * @param client our login
 * @param process its process, if we started it
 * @param status what it said first
 * @param dump who hears what it prints of its incoming packets
 */
record ServerRun(
        OscEndpoint endpoint,
        Session session,
        NodeTree tree,
        LiveClient client,
        Optional<ManagedProcess> process,
        ServerStatus status,
        DumpOsc dump,
        boolean wasTakenOver) {

    /** The host's own view of the login. */
    Client hostClient() {
        return new ClientView(client, Owners.HOST);
    }

    /** Whether a host started its process. */
    boolean isOwned() {
        return process.isPresent();
    }

    /** Ends it if it is ours, else logs out. */
    void leave() {
        if (isOwned()) {
            Farewell.quit(this);
        } else {
            Farewell.logOut(this);
        }
    }

    /** Leaves it playing, logged in: whoever comes after this takes it over. */
    void abandon() {
        close();
        process.ifPresent(ManagedProcess::release);
    }

    /** Forgets everything about the server; sends nothing. */
    void close() {
        client.close();
        tree.close();
    }
}
