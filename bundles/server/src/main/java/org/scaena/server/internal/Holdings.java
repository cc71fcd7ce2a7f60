package org.scaena.server.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Things of one kind and whose they are: known by their ids, found by their owners' keys, each of
 * which is made once.
 *
 * <p>A thing is unclaimed from the moment in which its owner may have gone until somebody asks for
 * its key again.
 */
final class Holdings<T> {

    /** Which of an owner's things. */
    enum Part {
        ALL,
        WITHOUT_KEY,
        UNCLAIMED
    }

    /**
     * One of them.
     *
     * @param key under which its owner finds it again, if at all
     */
    record Held<T>(int id, String owner, Optional<String> key, T thing) {}

    private record Key(String owner, String name) {}

    private final Map<Integer, Held<T>> byId = new ConcurrentHashMap<>();
    private final Map<Key, Held<T>> byKey = new ConcurrentHashMap<>();
    private final Set<Integer> unclaimed = ConcurrentHashMap.newKeySet();
    private final ReentrantLock keys = new ReentrantLock();

    /** Adds what an owner just made. */
    void add(int id, String owner, Optional<String> key, T thing) {
        Held<T> held = new Held<>(id, owner, key, thing);
        byId.put(id, held);
        key.ifPresent(name -> byKey.put(new Key(owner, name), held));
    }

    /** Adds what an owner may claim. */
    void addUnclaimed(int id, String owner, Optional<String> key, T thing) {
        unclaimed.add(id);
        add(id, owner, key, thing);
    }

    /** The thing of an owner's key, made (and added) if there is none; made once by all threads. */
    T keyed(String owner, String key, Supplier<? extends T> make) {
        return keyed(owner, key, thing -> true, make);
    }

    /** The same; one that is of no more use counts as none. */
    T keyed(String owner, String key, Predicate<T> isOfUse, Supplier<? extends T> make) {
        keys.lock();
        try {
            Held<T> there = byKey.get(new Key(owner, key));
            if (there == null || !isOfUse.test(there.thing())) {
                return make.get();
            }
            unclaimed.remove(there.id());
            return there.thing();
        } finally {
            keys.unlock();
        }
    }

    Optional<T> get(int id) {
        return held(id).map(Held::thing);
    }

    Optional<Held<T>> held(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The thing of this id, made and added for an owner if there is none. */
    T getOrAdd(int id, String owner, Supplier<? extends T> make) {
        return byId.computeIfAbsent(id, key -> new Held<>(id, owner, Optional.empty(), make.get()))
                .thing();
    }

    /** Forgets a thing; empty if it was forgotten already. */
    Optional<T> remove(int id) {
        Held<T> held = byId.remove(id);
        unclaimed.remove(id);
        if (held == null) {
            return Optional.empty();
        }
        held.key().ifPresent(name -> byKey.remove(new Key(held.owner(), name), held));
        return Optional.of(held.thing());
    }

    List<T> of(String owner) {
        return of(owner, Part.ALL).map(Held::thing).toList();
    }

    private Stream<Held<T>> of(String owner, Part part) {
        return byId.values().stream()
                .filter(held -> held.owner().equals(owner))
                .filter(
                        held ->
                                switch (part) {
                                    case ALL -> true;
                                    case WITHOUT_KEY -> held.key().isEmpty();
                                    case UNCLAIMED -> unclaimed.contains(held.id());
                                });
    }

    /** All that have a key. */
    Stream<Held<T>> keyed() {
        return byKey.values().stream();
    }

    /** Somebody has to ask for an owner's things again. */
    void unclaim(String owner) {
        of(owner, Part.ALL).map(Held::id).forEach(unclaimed::add);
    }

    /** Who has something that nobody claimed yet. */
    Set<String> ownersOfUnclaimed() {
        return byId.values().stream()
                .filter(held -> unclaimed.contains(held.id()))
                .map(Held::owner)
                .collect(Collectors.toSet());
    }

    /** What an owner is to lose: from now on nobody finds it by its key. */
    List<T> take(String owner, Part part) {
        keys.lock();
        try {
            List<Held<T>> taken = of(owner, part).toList();
            for (Held<T> held : taken) {
                held.key().ifPresent(name -> byKey.remove(new Key(owner, name), held));
                unclaimed.remove(held.id());
            }
            return taken.stream().map(Held::thing).toList();
        } finally {
            keys.unlock();
        }
    }

    List<Integer> ids() {
        return List.copyOf(byId.keySet());
    }
}
