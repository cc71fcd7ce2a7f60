package org.scaena.server.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Which definition may have crashed a server: one that was sent, or of which a synth was made, just
 * before. Whichever was among them twice in a row, and last, has done it.
 *
 * <p>What is suspect after one crash is given to the next server by itself, so that the second
 * crash leaves no doubt.
 */
final class Culprits {

    /** From the command over the crash to the moment in which it is noticed. */
    private static final Duration JUST_NOW = Duration.ofSeconds(1);

    private static final int MOST = 256;

    private record Use(String definition, long atNanos) {}

    private final LongSupplier nanos;
    private final Deque<Use> uses = new ArrayDeque<>();
    private Set<String> suspects = Set.of();
    private long suspectedAt;

    Culprits() {
        this(System::nanoTime);
    }

    /**
     * With another clock.
     *
     * @param nanos the time
     */
    Culprits(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** A definition is being sent, or a synth of it made. */
    synchronized void used(String definition) {
        if (uses.size() == MOST) {
            uses.removeFirst();
        }
        uses.addLast(new Use(definition, nanos.getAsLong()));
    }

    /** The server lives on after it. */
    synchronized void acquit(String definition) {
        uses.removeIf(use -> use.definition().equals(definition));
    }

    /** Whether it was used just before the last crash. */
    synchronized boolean isSuspect(String definition) {
        return suspects.contains(definition);
    }

    /**
     * A server has crashed.
     *
     * @param memory how long ago the crash before may be
     * @return the definition that has done it, if it is known
     */
    synchronized Optional<String> crashed(Duration memory) {
        long now = nanos.getAsLong();
        Set<String> used = new LinkedHashSet<>();
        for (Use use : uses) {
            if (now - use.atNanos() <= JUST_NOW.toNanos()) {
                used.remove(use.definition());
                used.add(use.definition());
            }
        }
        uses.clear();
        Set<String> twice = new LinkedHashSet<>(used);
        twice.retainAll(now - suspectedAt <= memory.toNanos() ? suspects : Set.of());
        Optional<String> culprit = twice.stream().reduce((earlier, later) -> later);
        culprit.ifPresent(used::remove);
        suspects = used;
        suspectedAt = now;
        return culprit;
    }
}
