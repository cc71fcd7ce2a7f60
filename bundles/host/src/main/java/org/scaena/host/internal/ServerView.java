package org.scaena.host.internal;

import java.util.Optional;
import org.scaena.server.Server;
import org.scaena.server.ServerState;
import org.scaena.server.ShutdownReason;

/**
 * What the host says of a server, at one moment.
 *
 * @param name its name
 * @param state where it is in its life
 * @param endpoint where it listens
 * @param pid its process, if a host started it
 * @param bootFailed whether its last boot failed, which we may be too late to hear
 */
record ServerView(
        String name, ServerState state, String endpoint, Optional<Long> pid, boolean bootFailed) {

    static ServerView of(Server server) {
        ServerState state = server.state();
        boolean bootFailed =
                state == ServerState.OFFLINE
                        && server.lastShutdown().equals(Optional.of(ShutdownReason.BOOT_FAILED));
        return new ServerView(
                server.name(), state, server.endpoint().toString(), server.pid(), bootFailed);
    }

    @Override
    public String toString() {
        return state + " on " + endpoint + pid.map(id -> ", pid " + id).orElse("");
    }
}
