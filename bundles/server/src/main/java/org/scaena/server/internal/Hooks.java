package org.scaena.server.internal;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.scaena.server.Client;
import org.scaena.server.HookRun;
import org.scaena.server.InitHook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The init hooks that are there, and the one gate through which they are called. */
final class Hooks {

    /** What a hook is called for. */
    enum Phase {
        BOOT,
        TREE,
        QUIT;

        void call(InitHook hook, Client client) {
            switch (this) {
                case BOOT -> hook.boot(client);
                case TREE -> hook.tree(client);
                case QUIT -> hook.quit(client);
            }
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final class Entry {
        final InitHook hook;
        final String owner;
        final int ranking;
        final long id;
        volatile boolean booted;
        volatile Optional<HookRun> lastRun = Optional.empty();

        Entry(ServiceReference<InitHook> reference, InitHook hook) {
            this.hook = hook;
            this.owner = Owners.of(reference);
            this.ranking =
                    reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer number
                            ? number
                            : 0;
            this.id = (Long) reference.getProperty(Constants.SERVICE_ID);
        }

        String label() {
            String name = hook.getClass().getName();
            return name.substring(name.lastIndexOf('.') + 1) + " of " + owner;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Hooks.class);
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final ExecutorService plugins;
    private final Map<ServiceReference<InitHook>, Entry> entries = new ConcurrentHashMap<>();

    Hooks(ExecutorService plugins) {
        this.plugins = plugins;
    }

    void add(ServiceReference<InitHook> reference, InitHook hook) {
        entries.put(reference, new Entry(reference, hook));
    }

    /** Takes a hook away; what it made goes with its bundle. */
    void remove(ServiceReference<InitHook> reference) {
        entries.remove(reference);
    }

    /** Runs a phase of all hooks, the lowest ranking first. */
    void run(Phase phase, LiveClient client) {
        ordered().forEach(entry -> run(entry, phase, client));
    }

    /** Runs what a hook missed that came after the boot. */
    void catchUp(ServiceReference<InitHook> late, LiveClient client) {
        Entry entry = entries.get(late);
        if (entry != null && !entry.booted) {
            run(entry, Phase.BOOT, client);
            run(entry, Phase.TREE, client);
        }
    }

    private void run(Entry entry, Phase phase, LiveClient client) {
        long begin = System.nanoTime();
        Optional<String> failure = call(entry, phase, client);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        failure.ifPresent(
                why -> LOG.warn("hook {}, phase {}: {}", entry.label(), phase.label(), why));
        entry.booted = phase != Phase.QUIT;
        entry.lastRun =
                Optional.of(
                        new HookRun(entry.label(), entry.ranking, phase.label(), took, failure));
    }

    private Optional<String> call(Entry entry, Phase phase, LiveClient client) {
        ClientView view = new ClientView(client, entry.owner);
        Future<?> call = plugins.submit(() -> phase.call(entry.hook, view));
        try {
            call.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (TimeoutException hanging) {
            call.cancel(true);
            return Optional.of("did not return within " + DEADLINE.toSeconds() + " s");
        } catch (ExecutionException thrown) {
            return Optional.of(String.valueOf(thrown.getCause()));
        } catch (InterruptedException interrupted) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    List<HookRun> lastRuns() {
        return ordered().map(entry -> entry.lastRun).flatMap(Optional::stream).toList();
    }

    private Stream<Entry> ordered() {
        return entries.values().stream()
                .sorted(
                        Comparator.comparingInt((Entry entry) -> entry.ranking)
                                .thenComparingLong(entry -> entry.id));
    }
}
