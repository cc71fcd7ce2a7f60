package org.scaena.server.internal;

import java.util.List;
import org.scaena.id.IdLoan;
import org.scaena.id.IdPool;
import org.scaena.id.IdRange;

/** A pool as one bundle sees it: see {@link OwnIds}. */
record OwnIdPool(IdPool pool, String owner, LooseIds loose) implements IdPool {

    @Override
    public String kind() {
        return pool.kind();
    }

    @Override
    public IdRange bounds() {
        return pool.bounds();
    }

    @Override
    public IdRange allocate(int count, String named) {
        return loose.take(owner, pool, count);
    }

    @Override
    public void free(IdRange range) {
        loose.free(owner, pool, range);
    }

    @Override
    public void free(IdRange range, String named) {
        loose.free(owner, pool, range);
    }

    @Override
    public List<IdLoan> loans() {
        return pool.loans();
    }

    @Override
    public boolean restore(IdLoan loan) {
        return pool.restore(new IdLoan(loan.range(), owner));
    }

    @Override
    public int available() {
        return pool.available();
    }

    @Override
    public int longestRun() {
        return pool.longestRun();
    }
}
