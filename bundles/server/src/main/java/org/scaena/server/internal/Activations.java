package org.scaena.server.internal;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.osgi.framework.ServiceReference;
import org.scaena.server.ClientActivator;
import org.scaena.server.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clients that are plugged in, the highest ranking first, and the login that each has on the run of
 * the moment.
 *
 * <p>The whiteboard is filled by any thread; logins come and go on the life thread.
 */
final class Activations {

    private record Plugged(ClientActivator activator, String owner) {
        String label() {
            String name = activator.getClass().getName();
            return "client " + name.substring(name.lastIndexOf('.') + 1) + " of " + owner;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Activations.class);

    private final String server;
    private final Gate gate;
    private final Map<ServiceReference<ClientActivator>, Plugged> plugged =
            new ConcurrentSkipListMap<>(Comparator.reverseOrder());
    private final Map<ServiceReference<ClientActivator>, LiveClient> logins =
            new ConcurrentHashMap<>();

    Activations(String server, Gate gate) {
        this.server = server;
        this.gate = gate;
    }

    void add(ServiceReference<ClientActivator> reference, ClientActivator activator) {
        Object wanted = reference.getProperty(Server.NAME);
        if (wanted == null || wanted.equals(server)) {
            plugged.put(reference, new Plugged(activator, Owners.of(reference)));
        }
    }

    /** Takes an activator away; its login ends. */
    Optional<Runnable> remove(ServiceReference<ClientActivator> reference) {
        return Optional.ofNullable(plugged.remove(reference))
                .map(gone -> () -> end(reference, gone));
    }

    /** Logs in all that have no login yet. */
    void activate(Function<Integer, LiveClient> logIn) {
        plugged.forEach(
                (reference, entry) -> {
                    if (!logins.containsKey(reference)) {
                        activate(reference, entry, logIn);
                    }
                });
    }

    private void activate(
            ServiceReference<ClientActivator> reference,
            Plugged entry,
            Function<Integer, LiveClient> logIn) {
        try {
            LiveClient client = logIn.apply(entry.activator().wantedClientId());
            logins.put(reference, client);
            report(entry, gate.call(() -> entry.activator().activate(view(entry, client))));
        } catch (RuntimeException refused) {
            LOG.warn("{} has no login: {}", entry.label(), refused.getMessage());
        }
    }

    /** Ends all logins. */
    void deactivate() {
        plugged.forEach(this::end);
    }

    private void end(ServiceReference<ClientActivator> reference, Plugged entry) {
        LiveClient client = logins.remove(reference);
        if (client != null) {
            report(entry, gate.call(() -> entry.activator().deactivate(view(entry, client))));
            client.giveBack(entry.owner());
            client.logOut();
        }
    }

    private static ClientView view(Plugged entry, LiveClient client) {
        return new ClientView(client, entry.owner());
    }

    private static void report(Plugged entry, Optional<String> failure) {
        failure.ifPresent(why -> LOG.warn("{}: {}", entry.label(), why));
    }
}
