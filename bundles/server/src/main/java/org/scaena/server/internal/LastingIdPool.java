package org.scaena.server.internal;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.scaena.id.IdLoan;
import org.scaena.id.IdPool;
import org.scaena.id.IdRange;
import org.scaena.id.Ids;

/** One of the pools among {@link LastingIds}. */
final class LastingIdPool implements IdPool {

    private final LastingIds ids;
    private final Function<Ids, IdPool> which;
    private final String kind;
    private final IdRange bounds;

    LastingIdPool(LastingIds ids, IdPool first, Function<Ids, IdPool> which) {
        this.ids = ids;
        this.which = which;
        this.kind = first.kind();
        this.bounds = first.bounds();
    }

    private <R> R use(Function<IdPool, R> use) {
        return ids.use(now -> use.apply(which.apply(now)));
    }

    private void giveBack(Consumer<IdPool> giving) {
        ids.giveBack(
                now -> {
                    giving.accept(which.apply(now));
                    return this;
                },
                this);
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
        return use(pool -> pool.allocate(count, owner));
    }

    @Override
    public void free(IdRange range) {
        giveBack(pool -> pool.free(range));
    }

    @Override
    public void free(IdRange range, String owner) {
        giveBack(pool -> pool.free(range, owner));
    }

    @Override
    public List<IdLoan> loans() {
        return use(IdPool::loans);
    }

    @Override
    public boolean restore(IdLoan loan) {
        return use(pool -> pool.restore(loan));
    }

    @Override
    public int available() {
        return use(IdPool::available);
    }

    @Override
    public int longestRun() {
        return use(IdPool::longestRun);
    }
}
