package org.scaena.server.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.scaena.ledger.DefinitionEntry;
import org.scaena.synthdef.RegisteredSynthDef;

/** The definitions that have killed a server, and are not sent to any until they change. */
final class Quarantine {

    /** Names by hashes. */
    private final Map<String, String> names = new ConcurrentHashMap<>();

    void add(String name, String hash) {
        names.put(hash, name);
    }

    /** Why a definition is not sent, if so. */
    Optional<String> reason(RegisteredSynthDef definition) {
        return names.containsKey(definition.hash())
                ? Optional.of("it has killed the server twice: it is not sent until it changes")
                : Optional.empty();
    }

    List<DefinitionEntry> entries() {
        return names.entrySet().stream()
                .map(entry -> new DefinitionEntry(entry.getValue(), entry.getKey()))
                .toList();
    }

    /** Knows what an earlier host knew. */
    void inherit(List<DefinitionEntry> entries) {
        entries.forEach(entry -> add(entry.name(), entry.hash()));
    }
}
