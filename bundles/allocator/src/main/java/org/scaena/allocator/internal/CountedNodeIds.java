package org.scaena.allocator.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.scaena.id.IdLoan;
import org.scaena.id.IdRange;
import org.scaena.id.IdsExhaustedException;
import org.scaena.id.NodeIds;

/**
 * Node ids counted up through the ranges of a login and then from the start again.
 *
 * <p>An id is used again only after it was freed and all others have had their turn, so that a late
 * message about an ended node does not meet a new one.
 */
final class CountedNodeIds implements NodeIds {

    private static final String KIND = "node";

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Integer, String> owners = new HashMap<>();
    private final Counter counted;
    private final Counter permanent;

    CountedNodeIds(List<IdRange> ranges, IdRange permanent) {
        this.counted = new Counter(ranges);
        this.permanent = new Counter(List.of(permanent));
    }

    @Override
    public int allocate(String owner) {
        return allocate(counted, KIND, owner);
    }

    @Override
    public int allocatePermanent(String owner) {
        return allocate(permanent, "permanent " + KIND, owner);
    }

    private int allocate(Counter counter, String kind, String owner) {
        lock.lock();
        try {
            if (counter.living == counter.capacity) {
                throw new IdsExhaustedException(kind, 1, 0, 0);
            }
            int id = counter.next();
            while (owners.containsKey(id)) {
                id = counter.next();
            }
            lend(id, owner);
            return id;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean free(int id) {
        lock.lock();
        try {
            boolean lived = owners.remove(id) != null;
            if (lived) {
                counterOf(id).living--;
            }
            return lived;
        } finally {
            lock.unlock();
        }
    }

    /** Takes back all that an owner holds. */
    void freeAllOf(String owner) {
        lock.lock();
        try {
            for (IdLoan loan : loans()) {
                if (loan.owner().equals(owner)) {
                    free(loan.range().first());
                }
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean owns(int id) {
        return counted.contains(id) || permanent.contains(id);
    }

    @Override
    public void restore(int id, String owner) {
        if (!owns(id)) {
            throw new IllegalArgumentException(
                    "node id %d is not among %s and %s of this login"
                            .formatted(id, counted.ranges, permanent.ranges));
        }
        lock.lock();
        try {
            if (!owners.containsKey(id)) {
                lend(id, owner);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<IdLoan> loans() {
        lock.lock();
        try {
            return owners.entrySet().stream()
                    .map(entry -> new IdLoan(IdRange.of(entry.getKey()), entry.getValue()))
                    .sorted(Comparator.comparingInt(loan -> loan.range().first()))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    private void lend(int id, String owner) {
        owners.put(id, owner);
        counterOf(id).living++;
    }

    private Counter counterOf(int id) {
        return permanent.contains(id) ? permanent : counted;
    }

    /** A place in a row of ranges, and how many of its ids live. */
    private static final class Counter {

        final List<IdRange> ranges;
        final long capacity;
        long living;
        private int range;
        private int offset;

        Counter(List<IdRange> ranges) {
            this.ranges = ranges.stream().filter(each -> each.count() > 0).toList();
            this.capacity = this.ranges.stream().mapToLong(IdRange::count).sum();
        }

        boolean contains(int id) {
            for (IdRange each : ranges) {
                if (each.contains(id)) {
                    return true;
                }
            }
            return false;
        }

        int next() {
            IdRange current = ranges.get(range);
            int id = current.first() + offset;
            if (++offset == current.count()) {
                offset = 0;
                range = (range + 1) % ranges.size();
            }
            return id;
        }
    }
}
