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

    /** Keeps a registration; those of which it has every name are replaced, so they are closed. */
    void keep(String owner, SynthDefRegistration coming) {
        List<SynthDefRegistration> replaced = new ArrayList<>();
        synchronized (this) {
            List<SynthDefRegistration> all =
                    byOwner.computeIfAbsent(owner, key -> new ArrayList<>());
            Set<String> names = names(coming);
            all.stream().filter(one -> names.containsAll(names(one))).forEach(replaced::add);
            all.removeAll(replaced);
            all.add(coming);
        }
        replaced.forEach(SynthDefRegistration::close);
    }

    /** Closes all that an owner has. */
    void giveBack(String owner) {
        List<SynthDefRegistration> all;
        synchronized (this) {
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
