package org.scaena.server.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.osgi.framework.ServiceReference;
import org.scaena.server.Server;

/** Listeners of one kind that come and go as services, each with a mailbox of its own. */
final class Whiteboard<L> {

    private record Entry<L>(L listener, Mailbox mailbox) {}

    private final String server;
    private final Executor threads;
    private final CallMeters meters;
    private final Map<ServiceReference<L>, Entry<L>> entries = new ConcurrentHashMap<>();

    /** A whiteboard for one server: a listener may name the server that it wants to hear. */
    Whiteboard(String server, Executor threads, CallMeters meters) {
        this.server = server;
        this.threads = threads;
        this.meters = meters;
    }

    void add(ServiceReference<L> reference, L listener) {
        Object wanted = reference.getProperty(Server.NAME);
        if (wanted == null || wanted.equals(server)) {
            entries.put(
                    reference,
                    new Entry<>(listener, Mailbox.of(reference, listener, threads, meters)));
        }
    }

    void remove(ServiceReference<L> reference) {
        entries.remove(reference);
    }

    /** Whose listeners are here. */
    Stream<String> owners() {
        return entries.keySet().stream().map(Owners::of);
    }

    /** Calls every listener. */
    void call(Consumer<L> call) {
        entries.values().forEach(entry -> entry.mailbox().put(() -> call.accept(entry.listener())));
    }
}
