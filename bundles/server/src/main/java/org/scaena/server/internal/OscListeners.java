package org.scaena.server.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.ServiceReference;
import org.scaena.osc.OscListener;
import org.scaena.osc.OscMessage;
import org.scaena.server.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listeners for messages from one server, by the addresses they want to hear.
 *
 * <p>Who hears an address is worked out when it first comes, and kept: from then on it is a look-up
 * however many listeners there are. They come and go on any thread.
 */
final class OscListeners {

    private static final Logger LOG = LoggerFactory.getLogger(OscListeners.class);

    /** A server has some thirty; others choose theirs in synths, or come from nobody good. */
    private static final int MOST_ADDRESSES = 1_024;

    private record Entry(OscListener listener, Mailbox mailbox, List<AddressPattern> patterns) {

        boolean hears(String address) {
            return patterns.stream().anyMatch(pattern -> pattern.matches(address));
        }
    }

    private final String server;
    private final Executor threads;
    private final CallMeters meters;
    private final Map<ServiceReference<OscListener>, Entry> entries = new ConcurrentHashMap<>();
    private final Map<String, List<Entry>> byAddress = new ConcurrentHashMap<>();

    OscListeners(String server, Executor threads, CallMeters meters) {
        this.server = server;
        this.threads = threads;
        this.meters = meters;
    }

    /** Adds a listener, unless it wants another server, or says wrongly what it wants to hear. */
    void add(ServiceReference<OscListener> reference, OscListener listener) {
        Object wanted = reference.getProperty(Server.NAME);
        if (wanted != null && !wanted.equals(server)) {
            return;
        }
        String name = listener.getClass().getName() + " of " + Owners.of(reference);
        try {
            List<AddressPattern> patterns =
                    texts(reference.getProperty(OscListener.ADDRESS))
                            .map(AddressPattern::new)
                            .toList();
            if (patterns.isEmpty()) {
                LOG.warn("{} hears nothing: it has no property {}", name, OscListener.ADDRESS);
            }
            put(
                    reference,
                    new Entry(
                            listener, Mailbox.of(reference, listener, threads, meters), patterns));
        } catch (IllegalArgumentException wrong) {
            LOG.warn("{} hears nothing: {}", name, wrong.getMessage());
        }
    }

    /** Whose listeners are here. */
    Stream<String> owners() {
        return entries.keySet().stream().map(Owners::of);
    }

    private static Stream<String> texts(@Nullable Object property) {
        return property instanceof String[] several
                ? Arrays.stream(several)
                : Stream.ofNullable(property).map(Object::toString);
    }

    private void put(ServiceReference<OscListener> reference, Entry entry) {
        entries.put(reference, entry);
        byAddress.replaceAll(
                (address, hearing) ->
                        entry.hears(address) && !hearing.contains(entry)
                                ? with(hearing, entry)
                                : hearing);
    }

    private static List<Entry> with(List<Entry> hearing, Entry entry) {
        List<Entry> more = new ArrayList<>(hearing);
        more.add(entry);
        return more;
    }

    void remove(ServiceReference<OscListener> reference) {
        Entry entry = entries.remove(reference);
        if (entry != null) {
            byAddress.replaceAll(
                    (address, hearing) ->
                            hearing.contains(entry)
                                    ? hearing.stream().filter(other -> other != entry).toList()
                                    : hearing);
        }
    }

    /** Puts a message into the mailbox of each listener that wants to hear it. */
    void message(OscMessage message) {
        for (Entry entry : hearing(message.address())) {
            entry.mailbox().put(() -> entry.listener().received(message));
        }
    }

    private List<Entry> hearing(String address) {
        List<Entry> known = byAddress.get(address);
        if (known != null) {
            return known;
        }
        if (byAddress.size() >= MOST_ADDRESSES) {
            byAddress.clear();
        }
        return byAddress.computeIfAbsent(
                address,
                key -> entries.values().stream().filter(entry -> entry.hears(key)).toList());
    }
}
