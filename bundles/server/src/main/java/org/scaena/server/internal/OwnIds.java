package org.scaena.server.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.scaena.id.IdHoldings;
import org.scaena.id.IdLayout;
import org.scaena.id.IdLoan;
import org.scaena.id.IdPool;
import org.scaena.id.Ids;
import org.scaena.id.NodeIds;

/**
 * The ids of a login as one bundle sees them: whatever it takes is its own, whatever owner it
 * names, so that it can be given back when the bundle stops; and it takes nothing from others.
 */
record OwnIds(Ids ids, String owner, LooseIds loose) implements Ids {

    @Override
    public IdLayout layout() {
        return ids.layout();
    }

    @Override
    public NodeIds nodes() {
        return new OwnNodeIds(ids.nodes(), owner, loose);
    }

    @Override
    public IdPool buffers() {
        return new OwnIdPool(ids.buffers(), owner, loose);
    }

    @Override
    public IdPool audioBuses() {
        return new OwnIdPool(ids.audioBuses(), owner, loose);
    }

    @Override
    public IdPool controlBuses() {
        return new OwnIdPool(ids.controlBuses(), owner, loose);
    }

    @Override
    public void freeAllOf(String other) {
        loose.giveBack(owner);
    }

    @Override
    public IdHoldings holdings() {
        return ids.holdings();
    }

    @Override
    public List<IdLoan> restore(IdHoldings holdings) {
        return ids.restore(holdings);
    }

    private record OwnNodeIds(NodeIds ids, String owner, LooseIds loose) implements NodeIds {

        @Override
        public int allocate(String named) {
            return loose.node(owner, ids.allocate(owner));
        }

        @Override
        public int allocatePermanent(String named) {
            return loose.node(owner, ids.allocatePermanent(owner));
        }

        @Override
        public boolean free(int id) {
            return loose.free(owner, id);
        }

        @Override
        public Optional<String> owner(int id) {
            return ids.owner(id);
        }

        @Override
        public boolean owns(int id) {
            return ids.owns(id);
        }

        @Override
        public boolean restore(int id, String named) {
            return ids.restore(id, owner);
        }

        @Override
        public int restoreLiving(IntStream living, String named) {
            return ids.restoreLiving(living, owner);
        }

        @Override
        public int next() {
            return ids.next();
        }

        @Override
        public List<IdLoan> loans() {
            return ids.loans();
        }
    }
}
