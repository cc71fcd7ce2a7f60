package org.scaena.server.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.scaena.id.IdLoan;
import org.scaena.id.NodeIds;

/** The node ids among {@link LastingIds}. */
final class LastingNodeIds implements NodeIds {

    private final LastingIds ids;

    LastingNodeIds(LastingIds ids) {
        this.ids = ids;
    }

    @Override
    public int allocate(String owner) {
        return ids.use(now -> now.nodes().allocate(owner));
    }

    @Override
    public int allocatePermanent(String owner) {
        return ids.use(now -> now.nodes().allocatePermanent(owner));
    }

    @Override
    public boolean free(int id) {
        return ids.giveBack(now -> now.nodes().free(id), true);
    }

    @Override
    public Optional<String> owner(int id) {
        return ids.use(now -> now.nodes().owner(id));
    }

    @Override
    public boolean owns(int id) {
        return ids.use(now -> now.nodes().owns(id));
    }

    @Override
    public boolean restore(int id, String owner) {
        return ids.use(now -> now.nodes().restore(id, owner));
    }

    @Override
    public int restoreLiving(IntStream living, String owner) {
        return ids.use(now -> now.nodes().restoreLiving(living, owner));
    }

    @Override
    public int next() {
        return ids.use(now -> now.nodes().next());
    }

    @Override
    public List<IdLoan> loans() {
        return ids.use(now -> now.nodes().loans());
    }
}
