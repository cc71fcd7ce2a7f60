package org.scaena.host.internal;

import java.util.Optional;
import org.scaena.server.Server;
import org.scaena.server.ServerState;

/**
 * What the host says of a server, at one moment.
 *
 * @param name its name
 * @param state where it is in its life
 * @param endpoint where it listens
 * @param pid its process, if a host started it
 */
record ServerView(String name, ServerState state, String endpoint, Optional<Long> pid) {

    static ServerView of(Server server) {
        return new ServerView(
                server.name(), server.state(), server.endpoint().toString(), server.pid());
    }

    @Override
    public String toString() {
        return state + " on " + endpoint + pid.map(id -> ", pid " + id).orElse("");
    }
}
