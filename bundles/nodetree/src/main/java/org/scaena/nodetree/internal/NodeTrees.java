package org.scaena.nodetree.internal;

import org.osgi.service.component.annotations.Component;
import org.scaena.command.CommandSender;
import org.scaena.node.NodeTree;
import org.scaena.node.NodeTreeService;

/** Opens mirrors, each of which lives by itself. */
@Component
public final class NodeTrees implements NodeTreeService {

    @Override
    public NodeTree open(String name, CommandSender server) {
        return new MirroredTree(
                name,
                new Questions(server, Questions.Timer.COMMON),
                new Truthfulness(System::nanoTime));
    }
}
