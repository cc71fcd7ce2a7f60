package org.scaena.allocator.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.scaena.id.IdLoan;
import org.scaena.id.IdNotOnLoanException;
import org.scaena.id.IdNotOnLoanException.Reason;
import org.scaena.id.IdPool;
import org.scaena.id.IdRange;
import org.scaena.id.IdsExhaustedException;

/** Numbers lent in runs, the lowest run that is long enough first. */
final class FirstFitPool implements IdPool {

    private final String kind;
    private final IdRange bounds;
    private final ReentrantLock lock = new ReentrantLock();
    private final FreeRuns free;
    private final @Nullable IdLoan[] loans;
    private int available;

    FirstFitPool(String kind, IdRange bounds) {
        this.kind = kind;
        this.bounds = bounds;
        free = new FreeRuns(bounds.count());
        loans = new IdLoan[bounds.count()];
        available = bounds.count();
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public IdRange bounds() {
        return bounds;
    }

    @Override
    public IdRange allocate(int count, String owner) {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "ask for at least one %s id, not %d".formatted(kind, count));
        }
        lock.lock();
        try {
            int offset = free.first(count);
            if (offset < 0) {
                throw new IdsExhaustedException(kind, count, available, free.longest());
            }
            IdRange range = new IdRange(bounds.first() + offset, count);
            lend(new IdLoan(range, owner));
            return range;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void free(IdRange range) {
        free(range, loan -> {});
    }

    @Override
    public void free(IdRange range, String owner) {
        free(
                range,
                loan -> {
                    if (!loan.owner().equals(owner)) {
                        throw refused(
                                range,
                                Reason.STALE,
                                "%s gave them back, %s holds them".formatted(owner, loan.owner()));
                    }
                });
    }

    private void free(IdRange range, Consumer<IdLoan> check) {
        if (range.count() == 0) {
            return;
        }
        lock.lock();
        try {
            IdLoan loan = loanOf(range);
            check.accept(loan);
            takeBack(range, loan);
        } finally {
            lock.unlock();
        }
    }

    private IdNotOnLoanException refused(IdRange range, Reason reason, String why) {
        return new IdNotOnLoanException(kind, range, reason, why);
    }

    /** Takes back all that an owner holds. */
    void freeAllOf(String owner) {
        lock.lock();
        try {
            for (IdLoan loan : loans()) {
                if (loan.owner().equals(owner)) {
                    takeBack(loan.range(), loan);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<IdLoan> loans() {
        lock.lock();
        try {
            List<IdLoan> all = new ArrayList<>();
            for (int offset = 0; offset < loans.length; offset++) {
                IdLoan loan = loans[offset];
                if (loan != null) {
                    all.add(loan);
                    offset += loan.range().count() - 1;
                }
            }
            return List.copyOf(all);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean restore(IdLoan loan) {
        if (loan.range().count() == 0 || !bounds.contains(loan.range())) {
            return false;
        }
        lock.lock();
        try {
            boolean isFree = offsets(loan.range()).allMatch(offset -> loans[offset] == null);
            if (isFree) {
                lend(loan);
            }
            return isFree;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int available() {
        lock.lock();
        try {
            return available;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int longestRun() {
        lock.lock();
        try {
            return free.longest();
        } finally {
            lock.unlock();
        }
    }

    private void lend(IdLoan loan) {
        IdRange range = loan.range();
        record(range.first(), range.count(), loan);
        free.mark(range.first() - bounds.first(), range.count(), false);
        available -= range.count();
    }

    /** The one loan in which all of the range lies. */
    private IdLoan loanOf(IdRange range) {
        if (!bounds.contains(range)) {
            throw refused(range, Reason.FOREIGN, "this login owns " + bounds);
        }
        IdLoan first = loans[range.first() - bounds.first()];
        for (int id = range.first(); id <= range.last(); id++) {
            IdLoan loan = loans[id - bounds.first()];
            if (loan == null) {
                throw refused(range, Reason.FREE, id + " is not on loan");
            }
            if (loan != first) {
                throw refused(
                        range,
                        Reason.SEVERAL,
                        id + " belongs to another loan, free each by itself");
            }
        }
        return Objects.requireNonNull(first);
    }

    private IntStream offsets(IdRange range) {
        return range.ids().map(id -> id - bounds.first());
    }

    /** Frees a part of a loan; what is left before and behind it stays on loan. */
    private void takeBack(IdRange range, IdLoan loan) {
        int before = loan.range().first();
        int behind = range.first() + range.count();
        keep(before, range.first() - before, loan.owner());
        keep(behind, before + loan.range().count() - behind, loan.owner());
        record(range.first(), range.count(), null);
        free.mark(range.first() - bounds.first(), range.count(), true);
        available += range.count();
    }

    private void keep(int first, int count, String owner) {
        if (count > 0) {
            record(first, count, new IdLoan(new IdRange(first, count), owner));
        }
    }

    private void record(int first, int count, @Nullable IdLoan loan) {
        int offset = first - bounds.first();
        Arrays.fill(loans, offset, offset + count, loan);
    }
}
