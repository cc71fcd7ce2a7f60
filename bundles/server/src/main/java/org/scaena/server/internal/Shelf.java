package org.scaena.server.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Requests under keys, those of one key in the order in which they came. */
final class Shelf<K> {

    private final Map<K, Set<Request<?>>> byKey = new HashMap<>();

    void put(K key, Request<?> request) {
        byKey.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(request);
    }

    void remove(K key, Request<?> request) {
        Set<Request<?>> same = byKey.get(key);
        if (same != null && same.remove(request) && same.isEmpty()) {
            byKey.remove(key);
        }
    }

    Collection<Request<?>> get(K key) {
        return byKey.getOrDefault(key, Set.of());
    }

    List<Request<?>> all() {
        return byKey.values().stream().<Request<?>>flatMap(Set::stream).toList();
    }

    int size() {
        return byKey.values().stream().mapToInt(Set::size).sum();
    }
}
