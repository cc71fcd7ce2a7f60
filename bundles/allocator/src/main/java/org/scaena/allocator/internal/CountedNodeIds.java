package org.scaena.allocator.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
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
            if (counter.isExhausted()) {
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
    public Optional<String> owner(int id) {
        lock.lock();
        try {
            return Optional.ofNullable(owners.get(id));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean restore(int id, String owner) {
        if (!owns(id)) {
            return false;
        }
        lock.lock();
        try {
            if (!owners.containsKey(id)) {
                lend(id, owner);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Marks the ids of a loan, which are none of another login. */
    boolean restoreAll(IdLoan loan) {
        return loan.range().ids().allMatch(id -> restore(id, loan.owner()));
    }

    @Override
    public int restoreLiving(IntStream living, String owner) {
        lock.lock();
        try {
            int before = owners.size();
            living.filter(this::owns).forEach(id -> restore(id, owner));
            counted.goBehind(owners.keySet());
            return owners.size() - before;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int next() {
        lock.lock();
        try {
            return counted.peek();
        } finally {
            lock.unlock();
        }
    }

    /** Counts on from an id, as a ledger has it; from where it is if the id is another's. */
    void goTo(int next) {
        lock.lock();
        try {
            counted.goTo(next);
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
}
