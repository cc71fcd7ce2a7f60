package org.scaena.server.internal;

import java.util.Optional;
import java.util.function.Supplier;
import org.scaena.catalogue.SynthCommands;
import org.scaena.id.NodeIds;
import org.scaena.node.ControlValues;
import org.scaena.node.Node;
import org.scaena.node.NodeEvent;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.NodeState;
import org.scaena.node.NodeTree;
import org.scaena.node.Placement;
import org.scaena.node.SynthSnapshot;

/** The nodes of one login, who owns them, and those of others that somebody asked for. */
final class LiveNodes {

    /** Owns nodes that were not made here. */
    private static final String OTHERS = "";

    private final Session session;
    private final NodeIds ids;
    private final NodeTree tree;
    private final Holdings<LiveNode> nodes = new Holdings<>();

    LiveNodes(Session session, NodeIds ids, NodeTree tree) {
        this.session = session;
        this.ids = ids;
        this.tree = tree;
    }

    /** A group that is there by custom. */
    LiveGroup standing(int id) {
        LiveGroup group = new LiveGroup(id, LiveGroup.Kind.ORDINARY, session, tree);
        group.state(NodeState.PLAYING);
        return group;
    }

    LiveSynth synth(
            String owner,
            Optional<String> key,
            String defName,
            ControlValues controls,
            Placement placement) {
        LiveSynth synth = new LiveSynth(ids.allocate(owner), defName, session, tree);
        nodes.add(synth.id(), owner, key, synth);
        tree.expected(synth.id(), defName, controls, placement);
        session.sendExpecting(
                SynthCommands.create(defName, synth.id(), placement, controls).message(),
                synth.started());
        forgetIfRefused(synth);
        return synth;
    }

    LiveGroup group(String owner, Optional<String> key, LiveGroup.Kind kind, Placement placement) {
        LiveGroup group = new LiveGroup(ids.allocate(owner), kind, session, tree);
        nodes.add(group.id(), owner, key, group);
        tree.expected(group.id(), placement);
        session.sendExpecting(kind.make(group.id(), placement), group.started());
        forgetIfRefused(group);
        return group;
    }

    private void forgetIfRefused(LiveNode node) {
        node.asked()
                .whenComplete(
                        (there, refused) -> {
                            if (refused != null && node.state() == NodeState.STARTED) {
                                forget(node.id());
                            }
                        });
    }

    /**
     * The living node of an owner's key, made if there is none.
     *
     * @throws IllegalArgumentException if it is of another kind than the one asked for
     */
    <N extends LiveNode> N keyed(String owner, String key, Class<N> kind, Supplier<N> make) {
        LiveNode node = nodes.keyed(owner, key, make);
        if (!kind.isInstance(node)) {
            throw new IllegalArgumentException(
                    "'%s' is the key of %s already".formatted(key, node));
        }
        return kind.cast(node);
    }

    /** The living node of an id, whoever made it. */
    Optional<Node> node(int id) {
        return nodes.get(id)
                .or(
                        () ->
                                tree.snapshot(id)
                                        .map(
                                                there ->
                                                        nodes.getOrAdd(
                                                                id, OTHERS, () -> handle(there))))
                .map(Node.class::cast);
    }

    private LiveNode handle(NodeSnapshot node) {
        LiveNode handle =
                node instanceof SynthSnapshot synth
                        ? new LiveSynth(synth.id(), synth.defName().orElse(""), session, tree)
                        : new LiveGroup(node.id(), LiveGroup.Kind.ORDINARY, session, tree);
        handle.state(NodeState.PLAYING);
        handle.state(node.state());
        return handle;
    }

    /** Ends every node that an owner has. */
    void giveBack(String owner) {
        nodes.of(owner).stream()
                .filter(node -> node.state() != NodeState.ENDED)
                .forEach(LiveNode::free);
    }

    /** Follows the tree: called for each event, on the event thread. */
    void event(NodeEvent event) {
        int id = event.node().id();
        switch (event.kind()) {
            case WENT -> nodes.get(id).ifPresent(node -> node.state(NodeState.PLAYING));
            case PAUSED -> nodes.get(id).ifPresent(node -> node.paused(true));
            case RESUMED -> nodes.get(id).ifPresent(node -> node.paused(false));
            case ENDED -> forget(id);
            case MOVED -> {
                // it is where the tree says
            }
        }
    }

    /** The login is over: all nodes count as ended. */
    void close() {
        nodes.ids().forEach(this::forget);
    }

    private void forget(int id) {
        nodes.remove(id)
                .ifPresent(
                        node -> {
                            ids.free(id);
                            node.state(NodeState.ENDED);
                        });
    }
}
