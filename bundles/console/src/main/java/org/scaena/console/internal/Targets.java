package org.scaena.console.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.felix.service.command.CommandSession;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.scaena.server.Client;
import org.scaena.server.Server;

/** The servers that there are, and which of them a session means. */
@Component(service = Targets.class)
public final class Targets {

    /** The session's variable with the name of the server that its commands go to. */
    static final String CHOICE = "sc.server";

    private final Map<String, Server> servers = new ConcurrentSkipListMap<>();
    private final Map<String, CompletableFuture<Server>> awaited = new ConcurrentHashMap<>();
    @Reference private volatile List<Client> clients = List.of();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addServer(Server server) {
        servers.put(server.name(), server);
        awaited.computeIfAbsent(server.name(), name -> new CompletableFuture<>()).complete(server);
    }

    void removeServer(Server server) {
        servers.remove(server.name(), server);
        awaited.remove(server.name());
    }

    /**
     * Waits until a server is there.
     *
     * @throws IllegalStateException if it does not come in time
     */
    void await(String name, Duration limit) {
        try {
            awaited.computeIfAbsent(name, key -> new CompletableFuture<>())
                    .get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } catch (ExecutionException | TimeoutException late) {
            throw new IllegalStateException(
                    "server '" + name + "' does not come; see logs/scaena.log", late);
        }
    }

    List<Server> servers() {
        return List.copyOf(servers.values());
    }

    /** The server of a session: the one it chose, else the only one or the one called default. */
    Server server(CommandSession session) {
        return Chosen.of(servers(), Server::name, choice(session));
    }

    /** The server of this name. */
    Server server(String name) {
        return Chosen.of(servers(), Server::name, name);
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
        session.put(CHOICE, Chosen.of(servers(), Server::name, name).name());
    }

    static String choice(CommandSession session) {
        Object chosen = session.get(CHOICE);
        return chosen == null ? "" : chosen.toString();
    }

    Stream<String> names() {
        return servers.keySet().stream();
    }
}
