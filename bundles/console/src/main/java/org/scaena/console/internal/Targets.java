package org.scaena.console.internal;

import java.util.List;
import java.util.stream.Stream;
import org.apache.felix.service.command.CommandSession;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.scaena.server.Client;
import org.scaena.server.Server;

/** The servers that there are, and which of them a session means. */
@Component(service = Targets.class)
public final class Targets {

    /** The session's variable with the name of the server that its commands go to. */
    static final String CHOICE = "sc.server";

    @Reference private volatile List<Server> servers = List.of();
    @Reference private volatile List<Client> clients = List.of();

    List<Server> servers() {
        return servers;
    }

    /** The server of a session: the one it chose, else the only one or the one called default. */
    Server server(CommandSession session) {
        return Chosen.of(servers, Server::name, choice(session));
    }

    /** The console's login on the server of a session. */
    Client client(CommandSession session) {
        String name = server(session).name();
        return clients.stream()
                .filter(client -> client.server().name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "server '" + name + "' is not running: sc:boot starts it"));
    }

    /** Chooses the server of a session. */
    void choose(CommandSession session, String name) {
        session.put(CHOICE, Chosen.of(servers, Server::name, name).name());
    }

    static String choice(CommandSession session) {
        Object chosen = session.get(CHOICE);
        return chosen == null ? "" : chosen.toString();
    }

    Stream<String> names() {
        return servers.stream().map(Server::name).sorted();
    }
}
