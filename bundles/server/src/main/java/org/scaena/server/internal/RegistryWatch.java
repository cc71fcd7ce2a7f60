package org.scaena.server.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.scaena.command.Subscription;
import org.scaena.server.ServerState;
import org.scaena.synthdef.RegisteredSynthDef;
import org.scaena.synthdef.SynthDefListener;

/**
 * Tells a server's definitions what changes in the registry: many changes at once as one.
 *
 * <p>A registry that is replaced withdraws everything, and its successor registers it again: that
 * is no change, so it is waited for.
 */
final class RegistryWatch implements SynthDefListener {

    /** A bundle with a hundred definitions registers them within this time. */
    private static final long GATHER_MILLIS = 10;

    private final Life life;
    private final Definitions definitions;
    private final LastingRegistry registry;
    private final ScheduledExecutorService thread;
    private final Subscription listening;
    private final Set<String> changed = new LinkedHashSet<>();
    private boolean replaced;
    private boolean toBeTold;

    RegistryWatch(LastingRegistry registry, Life life) {
        this.life = life;
        this.definitions = life.definitions();
        this.registry = registry;
        this.thread = life.threads().life();
        this.listening = registry.listen(this);
        registry.whenReplaced(this::replaced);
    }

    @Override
    public void registered(RegisteredSynthDef definition) {
        note(definition.name());
    }

    @Override
    public void withdrawn(RegisteredSynthDef definition) {
        note(definition.name());
    }

    private synchronized void note(String name) {
        changed.add(name);
        tellIn(GATHER_MILLIS);
    }

    private synchronized void replaced() {
        replaced = true;
        tellIn(GATHER_MILLIS);
    }

    private synchronized void tellIn(long millis) {
        if (life.state().is(ServerState.OFFLINE)) {
            changed.clear(); // a boot looks at the registry itself
            replaced = false;
        } else if (!toBeTold && millis >= 0) {
            try {
                thread.schedule(this::tell, millis, TimeUnit.MILLISECONDS);
                toBeTold = true;
            } catch (RejectedExecutionException ended) {
                changed.clear();
            }
        }
    }

    /** When the host ends all goes from the registry; the server keeps it, as it may play on. */
    private void tell() {
        List<String> names;
        boolean everything;
        long unsettled = registry.unsettledMillis();
        synchronized (this) {
            toBeTold = false;
            if (unsettled != 0) {
                tellIn(unsettled);
                return;
            }
            names = List.copyOf(changed);
            changed.clear();
            everything = replaced;
            replaced = false;
        }
        if (life.isHostEnding()) {
            return;
        }
        if (everything) {
            definitions.reconcile(names);
        } else {
            definitions.changed(names);
        }
    }

    void close() {
        listening.close();
    }
}
