package org.scaena.server.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.scaena.command.CommandSender;
import org.scaena.node.NodeTree;
import org.scaena.node.NodeTreeService;

/** Opens mirrors that outlast the bundle that provides them. */
final class LastingTrees implements Replaceable.Succession<NodeTreeService> {

    private final Replaceable<NodeTreeService> service;
    private final Set<LastingTree> trees = ConcurrentHashMap.newKeySet();

    LastingTrees(Replaceable<NodeTreeService> service) {
        this.service = service;
        service.succeededBy(this);
    }

    /**
     * Opens a mirror.
     *
     * @param events the thread on which it is told what happens
     */
    NodeTree open(String name, CommandSender server, Executor events) {
        LastingTree tree =
                new LastingTree(
                        service.get(), next -> next.open(name, server), events, trees::remove);
        trees.add(tree);
        return tree;
    }

    @Override
    public void goes(NodeTreeService last) {
        trees.forEach(LastingTree::part);
    }

    @Override
    public void came(NodeTreeService next) {
        trees.forEach(tree -> tree.rejoin(next));
    }
}
