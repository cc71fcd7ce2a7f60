package org.scaena.server.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.scaena.synthdef.RegisteredSynthDef;
import org.scaena.synthdef.SynthDefRegistration;

/** Who registered what through a client, so that it goes with its owner. */
final class OwnedDefinitions {

    private final Map<String, List<SynthDefRegistration>> byOwner = new HashMap<>();
    private final Map<String, Integer> stops = new HashMap<>();

    /** How often an owner has given all back; what it asked for before is not kept after. */
    synchronized int stops(String owner) {
        return stops.getOrDefault(owner, 0);
    }

    /**
     * Keeps a registration; those of which it has every name are replaced, so they are closed.
     *
     * @param stopsBefore {@link #stops} when it was asked for
     * @return false if its owner has given all back since: then it is closed
     */
    boolean keep(String owner, SynthDefRegistration coming, int stopsBefore) {
        List<SynthDefRegistration> replaced = new ArrayList<>();
        boolean kept;
        synchronized (this) {
            kept = stops(owner) == stopsBefore;
            if (!kept) {
                replaced.add(coming);
            } else {
                replaced.addAll(put(owner, coming));
            }
        }
        replaced.forEach(SynthDefRegistration::close);
        return kept;
    }

    private List<SynthDefRegistration> put(String owner, SynthDefRegistration coming) {
        List<SynthDefRegistration> replaced = new ArrayList<>();
        List<SynthDefRegistration> all = byOwner.computeIfAbsent(owner, key -> new ArrayList<>());
        Set<String> names = names(coming);
        all.stream().filter(one -> names.containsAll(names(one))).forEach(replaced::add);
        all.removeAll(replaced);
        all.add(coming);
        return replaced;
    }

    /** Closes all that an owner has. */
    void giveBack(String owner) {
        List<SynthDefRegistration> all;
        synchronized (this) {
            stops.merge(owner, 1, Integer::sum);
            all = byOwner.remove(owner);
        }
        if (all != null) {
            all.forEach(SynthDefRegistration::close);
        }
    }

    /** Closes all. */
    void giveBackAll() {
        List<String> owners;
        synchronized (this) {
            owners = List.copyOf(byOwner.keySet());
        }
        owners.forEach(this::giveBack);
    }

    private static Set<String> names(SynthDefRegistration registration) {
        return registration.definitions().stream()
                .map(RegisteredSynthDef::name)
                .collect(Collectors.toSet());
    }
}
