package org.scaena.itests.host;

import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.scaena.server.Server;
import org.scaena.server.ServerEvent;
import org.scaena.server.ServerListener;

/** Remembers what happened to servers. */
final class EventLog implements ServerListener, AutoCloseable {

    private final List<ServerEvent> events = new CopyOnWriteArrayList<>();
    private final BlockingQueue<ServerEvent> unread = new LinkedBlockingQueue<>();

    private Runnable end = () -> {};

    /** Hears what happens to a server of this name. */
    static EventLog of(BundleContext context, String server) {
        EventLog log = new EventLog();
        log.end =
                context.registerService(
                                ServerListener.class,
                                log,
                                new Hashtable<>(Map.of(Server.NAME, server)))
                        ::unregister;
        return log;
    }

    @Override
    public void close() {
        end.run();
    }

    @Override
    public void event(Server server, ServerEvent event) {
        events.add(event);
        unread.add(event);
    }

    /** The next event of this kind that was not asked for yet. */
    <E extends ServerEvent> E await(Class<E> kind) throws InterruptedException {
        ServerEvent event = unread.poll(15, TimeUnit.SECONDS);
        while (event != null && !kind.isInstance(event)) {
            event = unread.poll(15, TimeUnit.SECONDS);
        }
        if (event == null) {
            throw new AssertionError("no " + kind.getSimpleName() + " came, but " + events);
        }
        return kind.cast(event);
    }

    /** The next step that says this. */
    void awaitProgress(String words) throws InterruptedException {
        ServerEvent.Progress step = await(ServerEvent.Progress.class);
        while (!step.step().contains(words)) {
            step = await(ServerEvent.Progress.class);
        }
    }

    /** All failures so far that nobody awaited. */
    List<ServerEvent.Failure> failures() {
        return of(ServerEvent.Failure.class);
    }

    /** All events of a kind so far. */
    <E extends ServerEvent> List<E> of(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** All changes of state so far, as {@code FROM>TO}. */
    List<String> states() {
        return events.stream()
                .filter(ServerEvent.StateChanged.class::isInstance)
                .map(ServerEvent.StateChanged.class::cast)
                .map(change -> change.from() + ">" + change.to())
                .toList();
    }
}
