package org.scaena.synthdef.internal;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.scaena.command.Subscription;
import org.scaena.osc.OscBlob;
import org.scaena.synthdef.RegisteredSynthDef;
import org.scaena.synthdef.Sending;
import org.scaena.synthdef.SynthDef;
import org.scaena.synthdef.SynthDefConflictException;
import org.scaena.synthdef.SynthDefFile;
import org.scaena.synthdef.SynthDefFormat;
import org.scaena.synthdef.SynthDefListener;
import org.scaena.synthdef.SynthDefPathException;
import org.scaena.synthdef.SynthDefRegistration;
import org.scaena.synthdef.SynthDefRegistry;

/**
 * Definitions by name.
 *
 * <p>A name can be held several times: by one owner in several versions, or by several owners with
 * the same bytes. The one that came last is seen; when it goes, the one before is seen again.
 */
@Component(service = SynthDefRegistry.class, configurationPid = SynthDefConfiguration.PID)
@Designate(ocd = SynthDefConfiguration.class)
public final class Registry implements SynthDefRegistry {

    private final SynthDefFormat format;
    private final Roots roots;
    private final Listeners listeners = new Listeners();
    private final Object lock = new Object();

    /** By name, in the order in which they came; no list is empty. */
    private final Map<String, List<RegisteredSynthDef>> held = new TreeMap<>();

    /** A registry without definitions, which loads files as the configuration allows. */
    @Activate
    public Registry(@Reference SynthDefFormat format, SynthDefConfiguration configuration) {
        this(format, new Roots(Home.resolve(configuration.roots())));
    }

    /** A registry without definitions, which loads no files. */
    public Registry(SynthDefFormat format) {
        this(format, new Roots(List.of()));
    }

    Registry(SynthDefFormat format, Roots roots) {
        this.format = format;
        this.roots = roots;
    }

    @Override
    public SynthDefRegistration register(
            byte[] file, String owner, String origin, Sending sending) {
        return hold(read(file, owner, origin, sending));
    }

    @Override
    public SynthDefRegistration registerFile(Path file, String owner) {
        return hold(read(roots.read(file), owner, file.toString(), Sending.AT_BOOT));
    }

    @Override
    public SynthDefRegistration registerFolder(Path folder, String owner) {
        List<RegisteredSynthDef> coming = new ArrayList<>();
        for (Path file : roots.list(folder)) {
            coming.addAll(read(roots.read(file), owner, file.toString(), Sending.AT_BOOT));
        }
        if (coming.isEmpty()) {
            throw new SynthDefPathException(folder, "it holds no " + Roots.SUFFIX + " file");
        }
        return hold(List.copyOf(coming));
    }

    private SynthDefRegistration hold(List<RegisteredSynthDef> coming) {
        synchronized (lock) {
            coming.forEach(this::refuseConflict);
            coming.forEach(definition -> change(definition.name(), list -> list.add(definition)));
        }
        listeners.deliver();
        return new Registration(coming);
    }

    @Override
    public List<RegisteredSynthDef> definitions() {
        synchronized (lock) {
            return held.values().stream().map(Registry::last).toList();
        }
    }

    @Override
    public Optional<RegisteredSynthDef> find(String name) {
        synchronized (lock) {
            return Optional.ofNullable(held.get(name)).map(Registry::last);
        }
    }

    @Override
    public Subscription listen(SynthDefListener listener) {
        return listeners.add(listener);
    }

    /**
     * The definitions of a file, each cut out; of several with one name the last, as scsynth does.
     */
    private List<RegisteredSynthDef> read(
            byte[] bytes, String owner, String origin, Sending sending) {
        SynthDefFile file = format.read(bytes, origin);
        Map<String, RegisteredSynthDef> byName = new LinkedHashMap<>();
        for (SynthDef definition : file.definitions()) {
            byte[] alone = format.write(new SynthDefFile(file.version(), List.of(definition)));
            byName.put(
                    definition.name(),
                    new RegisteredSynthDef(
                            definition, OscBlob.of(alone), sha256(alone), owner, origin, sending));
        }
        return List.copyOf(byName.values());
    }

    private void refuseConflict(RegisteredSynthDef coming) {
        for (RegisteredSynthDef holder : held.getOrDefault(coming.name(), List.of())) {
            if (!holder.owner().equals(coming.owner()) && !holder.hash().equals(coming.hash())) {
                throw new SynthDefConflictException(coming.name(), holder.owner(), coming.owner());
            }
        }
    }

    private void withdraw(List<RegisteredSynthDef> going) {
        synchronized (lock) {
            for (RegisteredSynthDef definition : going) {
                // by identity: an owner may have registered the same bytes twice
                change(definition.name(), list -> list.removeIf(other -> other == definition));
            }
        }
        listeners.deliver();
    }

    private void change(String name, Consumer<List<RegisteredSynthDef>> change) {
        List<RegisteredSynthDef> list = held.computeIfAbsent(name, key -> new ArrayList<>(1));
        RegisteredSynthDef before = list.isEmpty() ? null : last(list);
        change.accept(list);
        RegisteredSynthDef after = list.isEmpty() ? null : last(list);
        if (after == null) {
            held.remove(name);
        }
        announce(before, after);
    }

    private void announce(@Nullable RegisteredSynthDef before, @Nullable RegisteredSynthDef after) {
        if (after != null && after != before) {
            listeners.announce(listener -> listener.registered(after));
        } else if (after == null && before != null) {
            listeners.announce(listener -> listener.withdrawn(before));
        }
    }

    private static RegisteredSynthDef last(List<RegisteredSynthDef> list) {
        return list.get(list.size() - 1);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private final class Registration implements SynthDefRegistration {

        private final List<RegisteredSynthDef> definitions;

        Registration(List<RegisteredSynthDef> definitions) {
            this.definitions = definitions;
        }

        @Override
        public List<RegisteredSynthDef> definitions() {
            return definitions;
        }

        @Override
        public void close() {
            withdraw(definitions);
        }
    }
}
