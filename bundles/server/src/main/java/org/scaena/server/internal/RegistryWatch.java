package org.scaena.server.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.scaena.command.Subscription;
import org.scaena.synthdef.RegisteredSynthDef;
import org.scaena.synthdef.SynthDefListener;
import org.scaena.synthdef.SynthDefRegistry;

/** Tells a server's definitions what changes in the registry: many changes at once as one. */
final class RegistryWatch implements SynthDefListener {

    /** A bundle with a hundred definitions registers them within this time. */
    private static final long GATHER_MILLIS = 10;

    private final Definitions definitions;
    private final ScheduledExecutorService thread;
    private final Subscription listening;
    private final Set<String> changed = new LinkedHashSet<>();

    RegistryWatch(SynthDefRegistry registry, Life life) {
        this.definitions = life.definitions();
        this.thread = life.threads().life();
        this.listening = registry.listen(this);
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
        if (changed.isEmpty() && !thread.isShutdown()) {
            thread.schedule(this::tell, GATHER_MILLIS, TimeUnit.MILLISECONDS);
        }
        changed.add(name);
    }

    private void tell() {
        definitions.changed(takeAll());
    }

    private synchronized List<String> takeAll() {
        List<String> all = List.copyOf(changed);
        changed.clear();
        return all;
    }

    void close() {
        listening.close();
    }
}
