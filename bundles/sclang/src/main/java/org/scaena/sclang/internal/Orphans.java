package org.scaena.sclang.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.scaena.catalogue.NodeCommands;
import org.scaena.command.Done;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeSnapshot;
import org.scaena.server.Server;

/**
 * What a language that is no more has left on a server: nobody knows it, and its ids come again.
 */
final class Orphans {

    private static final int BITS = 26;

    /** Where the numbers begin that the language takes in turn. */
    private static final int FIRST = 1_000;

    private Orphans() {}

    /** Ends the nodes that a client has made; completes when the server has done so. */
    static CompletableFuture<Done> end(Server server, int clientId) {
        return server.queryTree()
                .thenCompose(
                        tree -> {
                            of(clientId, tree)
                                    .forEach(id -> server.send(NodeCommands.free(id).message()));
                            return server.sync();
                        });
    }

    /** Its nodes, without those that end with one of them. */
    static List<Integer> of(int clientId, GroupSnapshot tree) {
        List<Integer> found = new ArrayList<>();
        Deque<NodeSnapshot> open = new ArrayDeque<>(tree.children());
        while (!open.isEmpty()) {
            NodeSnapshot node = open.pop();
            if (node.id() >> BITS == clientId && node.id() - (clientId << BITS) >= FIRST) {
                found.add(node.id());
            } else if (node instanceof GroupSnapshot group) {
                group.children().forEach(open::push);
            }
        }
        return found;
    }
}
