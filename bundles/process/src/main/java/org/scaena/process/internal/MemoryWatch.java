package org.scaena.process.internal;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.scaena.command.Subscription;
import org.scaena.process.MemoryUse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once a second how much memory a process holds, and tells when that comes to be more than a
 * limit. Looks are made by one thread; listeners come and go on any.
 */
final class MemoryWatch {

    private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** What falls below this part of the limit may cross it again; what hovers is told once. */
    private static final double LOW = 0.9;

    private static final Logger LOG = LoggerFactory.getLogger(MemoryWatch.class);

    private final String name;
    private final long limit;
    private final Supplier<OptionalLong> resident;
    private final LongSupplier nanoTime;
    private final List<Consumer<MemoryUse>> listeners = new CopyOnWriteArrayList<>();
    private final Set<Consumer<MemoryUse>> told = new HashSet<>();
    private @Nullable Long lastNanos;
    private boolean above;

    /**
     * A watch that looks nowhere yet.
     *
     * @param name of the process
     * @param limit in bytes
     * @param resident how many it holds now
     * @param nanoTime the clock
     */
    MemoryWatch(String name, long limit, Supplier<OptionalLong> resident, LongSupplier nanoTime) {
        this.name = name;
        this.limit = limit;
        this.resident = resident;
        this.nanoTime = nanoTime;
    }

    Subscription listen(Consumer<MemoryUse> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Looks, unless it has just done so. */
    void look() {
        long now = nanoTime.getAsLong();
        Long last = lastNanos;
        if (last == null || now - last >= INTERVAL_NANOS) {
            lastNanos = now;
            resident.get().ifPresent(this::compare);
        }
    }

    private void compare(long bytes) {
        if (bytes > limit) {
            MemoryUse use = new MemoryUse(bytes, limit);
            if (!above) {
                LOG.warn("{} {}", name, use);
            }
            above = true;
            listeners.stream().filter(told::add).forEach(listener -> tell(listener, use));
        } else if (bytes < limit * LOW) {
            above = false;
            told.clear();
        }
    }

    /** A listener that throws is dropped, as those of the output are. */
    private void tell(Consumer<MemoryUse> listener, MemoryUse use) {
        try {
            listener.accept(use);
        } catch (RuntimeException | Error failure) {
            listeners.remove(listener);
            LOG.warn("{} threw on the memory of {} and is dropped", listener, name, failure);
        }
    }
}
