package org.scaena.server.internal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

    private record Owned(String owner, Optional<String> key, LiveNode node) {}

    private final Session session;
    private final NodeIds ids;
    private final NodeTree tree;
    private final Map<Integer, Owned> nodes = new ConcurrentHashMap<>();

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
        nodes.put(synth.id(), new Owned(owner, key, synth));
        tree.expected(synth.id(), defName, controls, placement);
        session.sendExpecting(
                SynthCommands.create(defName, synth.id(), placement, controls).message(),
                synth.started());
        forgetIfRefused(synth);
        return synth;
    }

    LiveGroup group(String owner, Optional<String> key, LiveGroup.Kind kind, Placement placement) {
        LiveGroup group = new LiveGroup(ids.allocate(owner), kind, session, tree);
        nodes.put(group.id(), new Owned(owner, key, group));
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

    /** The living node of an owner's key. */
    Optional<LiveNode> keyed(String owner, String key) {
        return nodes.values().stream()
                .filter(owned -> owned.owner().equals(owner))
                .filter(owned -> owned.key().filter(key::equals).isPresent())
                .map(Owned::node)
                .filter(node -> node.state() != NodeState.ENDED)
                .findFirst();
    }

    /** The living node of an id, whoever made it. */
    Optional<Node> node(int id) {
        Owned known = nodes.get(id);
        if (known == null) {
            known =
                    tree.snapshot(id)
                            .map(this::handle)
                            .map(node -> nodes.computeIfAbsent(id, key -> others(node)))
                            .orElse(null);
        }
        return Optional.ofNullable(known).map(owned -> (Node) owned.node());
    }

    private static Owned others(LiveNode node) {
        return new Owned(OTHERS, Optional.empty(), node);
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
        nodes.values().stream()
                .filter(owned -> owned.owner().equals(owner))
                .filter(owned -> owned.node().state() != NodeState.ENDED)
                .forEach(owned -> owned.node().free());
    }

    /** Follows the tree: called for each event, on the event thread. */
    void event(NodeEvent event) {
        int id = event.node().id();
        Owned owned = nodes.get(id);
        if (owned == null) {
            return;
        }
        switch (event.kind()) {
            case WENT, RESUMED -> owned.node().state(NodeState.PLAYING);
            case PAUSED -> owned.node().state(NodeState.PAUSED);
            case ENDED -> forget(id);
            case MOVED -> {
                // it is where the tree says
            }
        }
    }

    /** The login is over: all nodes count as ended. */
    void close() {
        nodes.keySet().forEach(this::forget);
    }

    private void forget(int id) {
        Owned owned = nodes.remove(id);
        if (owned != null) {
            ids.free(id);
            owned.node().state(NodeState.ENDED);
        }
    }
}
