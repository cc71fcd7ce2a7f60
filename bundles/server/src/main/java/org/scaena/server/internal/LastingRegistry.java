package org.scaena.server.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.scaena.command.ServerException;
import org.scaena.command.Subscription;
import org.scaena.synthdef.RegisteredSynthDef;
import org.scaena.synthdef.Sending;
import org.scaena.synthdef.SynthDefListener;
import org.scaena.synthdef.SynthDefRegistration;
import org.scaena.synthdef.SynthDefRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registry of the moment. What was registered here comes to the next one too; what bundles and
 * folders hold that finds by itself.
 */
final class LastingRegistry implements SynthDefRegistry, Replaceable.Succession<SynthDefRegistry> {

    /** How long a new registry takes to find what bundles and folders hold. */
    private static final long SETTLING_NANOS = 1_000_000_000L;

    private static final Logger LOG = LoggerFactory.getLogger(LastingRegistry.class);

    private final Replaceable<SynthDefRegistry> service;
    private final BooleanSupplier leaving;
    private final List<Kept> kept = new CopyOnWriteArrayList<>();
    private final List<Attachment<SynthDefRegistry>> listening = new CopyOnWriteArrayList<>();
    private final List<Runnable> successions = new CopyOnWriteArrayList<>();
    private volatile boolean replaced;
    private volatile long cameAt;

    /**
     * The registry of the moment.
     *
     * @param leaving whether the bundle that provides it is being stopped
     */
    LastingRegistry(Replaceable<SynthDefRegistry> service, BooleanSupplier leaving) {
        this.service = service;
        this.leaving = leaving;
        service.succeededBy(this);
    }

    /** Something that was registered, in whichever registry. */
    private final class Kept implements SynthDefRegistration {

        private final List<RegisteredSynthDef> definitions;
        private List<SynthDefRegistration> current;
        private boolean closed;

        Kept(SynthDefRegistration first) {
            definitions = first.definitions();
            current = List.of(first);
        }

        @Override
        public List<RegisteredSynthDef> definitions() {
            return definitions;
        }

        synchronized void registerAt(SynthDefRegistry next) {
            if (!closed) {
                current = definitions.stream().map(each -> register(each, next)).toList();
            }
        }

        @Override
        public void close() {
            kept.remove(this);
            List<SynthDefRegistration> ending;
            synchronized (this) {
                closed = true;
                ending = current;
            }
            ending.forEach(SynthDefRegistration::close);
        }
    }

    private static SynthDefRegistration register(
            RegisteredSynthDef definition, SynthDefRegistry next) {
        return next.register(
                definition.bytes().toByteArray(),
                definition.owner(),
                definition.origin(),
                definition.sending());
    }

    private SynthDefRegistration keep(SynthDefRegistration registration) {
        Kept one = new Kept(registration);
        kept.add(one);
        return one;
    }

    @Override
    public void goes(SynthDefRegistry last) {
        replaced = true;
    }

    @Override
    public void came(SynthDefRegistry next) {
        cameAt = System.nanoTime();
        listening.forEach(one -> one.attach(next));
        for (Kept one : kept) {
            try {
                one.registerAt(next);
            } catch (ServerException taken) {
                LOG.error("a definition is not registered any more: {}", taken.getMessage());
            }
        }
        successions.forEach(Runnable::run);
    }

    /** Calls back whenever the registry was replaced. */
    void whenReplaced(Runnable callback) {
        successions.add(callback);
    }

    /**
     * How long to wait until what is not registered is not wanted either; negative while there is
     * no registry: it says so when there is one.
     */
    long unsettledMillis() {
        if (leaving.getAsBoolean() || !service.isThere()) {
            return -1;
        }
        long since = System.nanoTime() - cameAt;
        return replaced && since < SETTLING_NANOS ? (SETTLING_NANOS - since) / 1_000_000 + 1 : 0;
    }

    @Override
    public SynthDefRegistration register(
            byte[] file, String owner, String origin, Sending sending) {
        return keep(service.get().register(file, owner, origin, sending));
    }

    @Override
    public SynthDefRegistration registerFile(Path file, String owner) {
        return keep(service.get().registerFile(file, owner));
    }

    @Override
    public SynthDefRegistration registerFolder(Path folder, String owner) {
        return keep(service.get().registerFolder(folder, owner));
    }

    @Override
    public List<RegisteredSynthDef> definitions() {
        return service.get().definitions();
    }

    @Override
    public Optional<RegisteredSynthDef> find(String name) {
        return service.get().find(name);
    }

    @Override
    public Subscription listen(SynthDefListener listener) {
        Attachment<SynthDefRegistry> one =
                new Attachment<>(registry -> registry.listen(listener), listening::remove);
        listening.add(one);
        @Nullable SynthDefRegistry now = service.now();
        if (now != null) {
            one.attach(now);
        }
        return one;
    }
}
