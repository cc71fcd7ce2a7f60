package org.scaena.server.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.osgi.framework.ServiceReference;
import org.scaena.ledger.LoginEntry;
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

    /** Logins of before, for whoever has the same label. */
    private final List<LoginEntry> before = new CopyOnWriteArrayList<>();

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

    /** Makes a login. */
    interface Way {
        /** Logs in, from a port if it can be had. */
        LiveClient logIn(int wishedId, int localPort);
    }

    /** They had these logins before: each is given its own again. */
    void begin(List<LoginEntry> logins) {
        before.clear();
        before.addAll(logins);
    }

    /** As a ledger keeps them. */
    List<LoginEntry> entries() {
        List<LoginEntry> entries = new ArrayList<>(before);
        logins.forEach(
                (reference, client) -> {
                    Plugged entry = plugged.get(reference);
                    if (entry != null) {
                        entries.add(
                                new LoginEntry(
                                        entry.label(),
                                        client.session().link().local().getPort(),
                                        client.login().clientId()));
                    }
                });
        return entries;
    }

    /** The logins there are. */
    Stream<LiveClient> clients() {
        return logins.values().stream();
    }

    /** Whose logins these are. */
    Stream<String> owners() {
        return logins.keySet().stream().map(Owners::of);
    }

    /** Logs in all that have no login yet. */
    void activate(Way logIn) {
        plugged.forEach(
                (reference, entry) -> {
                    if (!logins.containsKey(reference)) {
                        activate(reference, entry, logIn);
                    }
                });
    }

    private void activate(ServiceReference<ClientActivator> reference, Plugged entry, Way logIn) {
        try {
            LiveClient client = logIn(entry, logIn);
            logins.put(reference, client);
            report(entry, gate.call(() -> entry.activator().activate(view(entry, client))));
        } catch (RuntimeException refused) {
            LOG.warn("{} has no login: {}", entry.label(), refused.getMessage());
        }
    }

    private LiveClient logIn(Plugged entry, Way way) {
        for (LoginEntry login : before) {
            if (login.client().equals(entry.label()) && before.remove(login)) {
                return way.logIn(login.clientId(), login.localPort());
            }
        }
        return way.logIn(entry.activator().wantedClientId(), Logins.ANY_PORT);
    }

    /** Tells all that their login is over, and leaves it to whoever comes after this. */
    void abandon() {
        plugged.forEach(
                (reference, entry) -> {
                    LiveClient client = logins.remove(reference);
                    if (client != null) {
                        report(
                                entry,
                                gate.call(() -> entry.activator().deactivate(view(entry, client))));
                        client.close();
                    }
                });
    }

    /** Ends all logins. */
    void deactivate() {
        plugged.forEach(this::end);
    }

    private void end(ServiceReference<ClientActivator> reference, Plugged entry) {
        LiveClient client = logins.remove(reference);
        if (client != null) {
            report(entry, gate.call(() -> entry.activator().deactivate(view(entry, client))));
            client.giveBack(entry.owner(), Holdings.Part.ALL, Duration.ZERO);
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
