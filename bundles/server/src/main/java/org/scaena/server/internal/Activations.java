package org.scaena.server.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.framework.ServiceReference;
import org.scaena.ledger.HoldingsEntry;
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
    private final Map<ServiceReference<ClientActivator>, PluggedLogin> logins =
            new ConcurrentHashMap<>();

    /** Logins whose activators have gone, and left something for the next of their kind. */
    private final List<PluggedLogin> parted = new CopyOnWriteArrayList<>();

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

    /** An activator has gone: it gets no more logins. */
    void remove(ServiceReference<ClientActivator> reference) {
        plugged.remove(reference);
    }

    /** Makes logins. */
    interface Way {
        /** Logs in, from any port. */
        LiveClient logIn(int wishedId);

        /** Logs in as before, from the same port if it can be had, with what it had then. */
        LiveClient logInAgain(LoginEntry before);

        /** What becomes of what nobody claims. */
        Claims claims(LiveClient client);

        /** Does something when the time is over in which an activator may come back. */
        void afterGrace(Runnable task);
    }

    /** They had these logins before: each is given its own again. */
    void begin(List<LoginEntry> logins) {
        before.clear();
        before.addAll(logins);
    }

    /** As a ledger keeps them. */
    List<LoginEntry> entries(Function<LiveClient, HoldingsEntry> inventory) {
        List<LoginEntry> entries = new ArrayList<>(before);
        all().forEach(login -> entries.add(login.entry(inventory.apply(login.client()))));
        return entries;
    }

    /** The logins there are. */
    Stream<LiveClient> clients() {
        return all().map(PluggedLogin::client);
    }

    /** Whose logins these are. */
    Stream<String> owners() {
        return all().map(PluggedLogin::owner);
    }

    private Stream<PluggedLogin> all() {
        return Stream.concat(logins.values().stream(), parted.stream());
    }

    /** Logs in all that have no login yet. */
    void activate(Way way) {
        plugged.forEach(
                (reference, entry) -> {
                    if (!logins.containsKey(reference)) {
                        activate(reference, entry, way);
                    }
                });
    }

    private void activate(ServiceReference<ClientActivator> reference, Plugged entry, Way way) {
        try {
            LiveClient client = logIn(entry, way);
            PluggedLogin login =
                    new PluggedLogin(
                            entry.label(),
                            entry.owner(),
                            entry.activator(),
                            client,
                            way.claims(client),
                            gate);
            logins.put(reference, login);
            login.begin();
        } catch (RuntimeException refused) {
            LOG.warn("{} has no login: {}", entry.label(), refused.getMessage());
        }
    }

    private LiveClient logIn(Plugged entry, Way way) {
        for (PluggedLogin login : parted) {
            if (login.label().equals(entry.label()) && parted.remove(login)) {
                return login.client();
            }
        }
        for (LoginEntry login : before) {
            if (login.client().equals(entry.label()) && before.remove(login)) {
                try {
                    return way.logInAgain(login);
                } catch (RuntimeException lost) {
                    LOG.warn("{} begins anew: {}", entry.label(), lost.getMessage());
                }
            }
        }
        return way.logIn(entry.activator().wantedClientId());
    }

    /** Nobody waits any longer for those who have not come back. */
    List<LoginEntry> takeAbsent() {
        List<LoginEntry> absent = List.copyOf(before);
        before.removeAll(absent);
        return absent;
    }

    /** Tells all that their logins are over; what they have stays. */
    void tellEnd() {
        logins.values().forEach(PluggedLogin::tellEnd);
    }

    /** Tells one that its login is over; what it has stays. */
    void tellEnd(ServiceReference<ClientActivator> gone) {
        Optional.ofNullable(logins.get(gone)).ifPresent(PluggedLogin::tellEnd);
    }

    /** All logins are left, with what they have, to whoever comes after this. */
    void leave() {
        takeAll().forEach(PluggedLogin::leave);
    }

    /** Ends all logins. */
    void end() {
        takeAll().forEach(PluggedLogin::end);
    }

    /** An activator has gone: its login ends, unless the next of its kind comes for what it has. */
    void part(ServiceReference<ClientActivator> gone, Way way) {
        PluggedLogin login = logins.remove(gone);
        if (login == null) {
            return;
        }
        if (login.part()) {
            parted.add(login);
            way.afterGrace(() -> endParted(login));
        } else {
            login.end();
        }
    }

    /** A bundle does not come back: nor do its activators for what they had. */
    void uninstalled(String owner) {
        parted.stream().filter(login -> login.owner().equals(owner)).forEach(this::endParted);
    }

    private void endParted(PluggedLogin login) {
        if (parted.remove(login)) {
            login.end();
        }
    }

    private List<PluggedLogin> takeAll() {
        List<PluggedLogin> all = all().toList();
        logins.clear();
        parted.clear();
        return all;
    }
}
