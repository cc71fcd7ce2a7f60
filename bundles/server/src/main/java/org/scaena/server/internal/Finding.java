package org.scaena.server.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.scaena.id.IdLoan;
import org.scaena.ledger.HoldingsEntry;
import org.scaena.ledger.NodeEntry;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeSnapshot;

/** Finds on a server that played on what an earlier host had there. */
final class Finding {

    private final LiveClient client;
    private final HoldingsEntry before;

    Finding(LiveClient client, HoldingsEntry before) {
        this.client = client;
        this.before = before;
    }

    /** Makes it known; blocks until the tree was read. */
    GroupSnapshot run() {
        client.ids()
                .restore(
                        Loans.holdings(
                                client.ids().layout(),
                                client.ids().nodes().next(),
                                before.loans()));
        GroupSnapshot tree = client.tree().refresh().await();
        nodes(tree);
        client.buses().found(before.buses());
        client.buffers().found(before.buffers(), client.session().check()::bufferInUse);
        return tree;
    }

    private void nodes(GroupSnapshot tree) {
        Map<Integer, NodeEntry> keyed = new HashMap<>();
        before.nodes().forEach(entry -> keyed.put(entry.id(), entry));
        NavigableMap<Integer, IdLoan> loans = new TreeMap<>();
        Loans.of(Loans.NODE, before.loans()).forEach(loan -> loans.put(loan.range().first(), loan));
        List<NodeSnapshot> living = tree.nodes().filter(node -> node.id() > 0).toList();
        for (NodeSnapshot node : living) {
            owner(loans, node.id())
                    .filter(owner -> client.ids().nodes().restore(node.id(), owner))
                    .ifPresent(
                            owner ->
                                    client.nodes()
                                            .found(
                                                    node,
                                                    owner,
                                                    Optional.ofNullable(keyed.get(node.id()))));
        }
        client.ids()
                .nodes()
                .restoreLiving(
                        living.stream()
                                .mapToInt(NodeSnapshot::id)
                                .filter(id -> !Login.isDefaultGroup(id)),
                        Owners.HOST);
    }

    private static Optional<String> owner(NavigableMap<Integer, IdLoan> loans, int node) {
        return Optional.ofNullable(loans.floorEntry(node))
                .map(Map.Entry::getValue)
                .filter(loan -> loan.range().contains(node))
                .map(IdLoan::owner);
    }
}
