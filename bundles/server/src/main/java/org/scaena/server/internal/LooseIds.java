package org.scaena.server.internal;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.scaena.id.IdNotOnLoanException;
import org.scaena.id.IdPool;
import org.scaena.id.IdRange;
import org.scaena.id.Ids;
import org.scaena.id.NodeIds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Numbers that bundles took by themselves, without a node, buffer or bus of ours behind them. */
final class LooseIds {

    private static final Logger LOG = LoggerFactory.getLogger(LooseIds.class);
    private static final String NODE = "node";

    private record Key(String owner, String kind) {}

    private final Ids ids;
    private final Map<Key, Set<Integer>> taken = new ConcurrentHashMap<>();

    LooseIds(Ids ids) {
        this.ids = ids;
    }

    private Set<Integer> of(String owner, String kind) {
        return taken.computeIfAbsent(new Key(owner, kind), none -> ConcurrentHashMap.newKeySet());
    }

    int node(String owner, int id) {
        of(owner, NODE).add(id);
        return id;
    }

    boolean free(String owner, int node) {
        return of(owner, NODE).remove(node) && ids.nodes().free(node);
    }

    IdRange take(String owner, IdPool pool, int count) {
        IdRange range = pool.allocate(count, owner);
        range.ids().forEach(of(owner, pool.kind())::add);
        return range;
    }

    void free(String owner, IdPool pool, IdRange range) {
        pool.free(range, owner);
        range.ids().forEach(of(owner, pool.kind())::remove);
    }

    /** The ids that an owner has for nodes. */
    Set<Integer> nodes(String owner) {
        return Set.copyOf(taken.getOrDefault(new Key(owner, NODE), Set.of()));
    }

    /** Takes back all that an owner has. */
    void giveBack(String owner) {
        NodeIds nodes = ids.nodes();
        Set<Integer> ofNodes = taken.remove(new Key(owner, NODE));
        if (ofNodes != null) {
            ofNodes.forEach(nodes::free);
        }
        giveBack(owner, ids.buffers());
        giveBack(owner, ids.audioBuses());
        giveBack(owner, ids.controlBuses());
    }

    private void giveBack(String owner, IdPool pool) {
        Set<Integer> numbers = taken.remove(new Key(owner, pool.kind()));
        if (numbers != null) {
            numbers.forEach(number -> giveBack(owner, pool, IdRange.of(number)));
        }
    }

    private static void giveBack(String owner, IdPool pool, IdRange range) {
        try {
            pool.free(range, owner);
        } catch (IdNotOnLoanException gone) {
            LOG.debug("{}: {}", owner, gone.getMessage());
        }
    }
}
