package org.scaena.server.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Things of one kind that live on the server, by their id: who owns each, and under which key its
 * owner finds it again.
 */
final class Holdings<T> {

    private record Key(String owner, String name) {}

    private record Held<T>(String owner, Optional<Key> key, T thing) {}

    private final Map<Integer, Held<T>> byId = new ConcurrentHashMap<>();
    private final Map<Key, T> byKey = new ConcurrentHashMap<>();
    private final ReentrantLock keys = new ReentrantLock();

    /** Adds what an owner just made. */
    void add(int id, String owner, Optional<String> key, T thing) {
        Optional<Key> full = key.map(name -> new Key(owner, name));
        byId.put(id, new Held<>(owner, full, thing));
        full.ifPresent(name -> byKey.put(name, thing));
    }

    /** The thing of an owner's key, made (and added) if there is none; made once by all threads. */
    T keyed(String owner, String key, Supplier<? extends T> make) {
        keys.lock();
        try {
            T there = byKey.get(new Key(owner, key));
            return there == null ? make.get() : there;
        } finally {
            keys.unlock();
        }
    }

    Optional<T> get(int id) {
        return Optional.ofNullable(byId.get(id)).map(Held::thing);
    }

    /** The thing of this id, made and added for an owner if there is none. */
    T getOrAdd(int id, String owner, Supplier<? extends T> make) {
        return byId.computeIfAbsent(id, key -> new Held<>(owner, Optional.empty(), make.get()))
                .thing();
    }

    /** Forgets a thing; empty if it was forgotten already. */
    Optional<T> remove(int id) {
        Held<T> held = byId.remove(id);
        if (held == null) {
            return Optional.empty();
        }
        held.key().ifPresent(key -> byKey.remove(key, held.thing()));
        return Optional.of(held.thing());
    }

    List<T> of(String owner) {
        return byId.values().stream()
                .filter(held -> held.owner().equals(owner))
                .map(Held::thing)
                .toList();
    }

    List<Integer> ids() {
        return List.copyOf(byId.keySet());
    }
}
