package org.scaena.server.internal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.scaena.id.Ids;
import org.scaena.node.ControlValues;
import org.scaena.node.Node;
import org.scaena.node.NodeEvent;
import org.scaena.node.NodeInfo;
import org.scaena.node.NodeState;
import org.scaena.node.NodeTree;
import org.scaena.node.Placement;
import org.scaena.server.Server;

/** One login: its ids, its nodes, and who owns them. Views for bundles lie over it. */
final class LiveClient {

    private record Owned(String owner, Optional<String> key, LiveNode node) {}

    private final Server server;
    private final Session session;
    private final Login login;
    private final Ids ids;
    private final NodeTree tree;
    private final LiveGroup rootGroup;
    private final LiveGroup defaultGroup;
    private final Map<Integer, Owned> nodes = new ConcurrentHashMap<>();

    LiveClient(Server server, Session session, Login login, Ids ids, NodeTree tree) {
        this.server = server;
        this.session = session;
        this.login = login;
        this.ids = ids;
        this.tree = tree;
        this.rootGroup = standing(0);
        this.defaultGroup = standing(Login.defaultGroup(login.clientId()));
    }

    private LiveGroup standing(int id) {
        LiveGroup group = new LiveGroup(id, session, () -> tree.query(id, true));
        group.state(NodeState.PLAYING);
        return group;
    }

    Server server() {
        return server;
    }

    Session session() {
        return session;
    }

    Login login() {
        return login;
    }

    Ids ids() {
        return ids;
    }

    LiveGroup rootGroup() {
        return rootGroup;
    }

    LiveGroup defaultGroup() {
        return defaultGroup;
    }

    LiveSynth synth(
            String owner,
            Optional<String> key,
            String defName,
            ControlValues controls,
            Placement placement) {
        LiveSynth synth = new LiveSynth(ids.nodes().allocate(owner), defName, session);
        nodes.put(synth.id(), new Owned(owner, key, synth));
        tree.expected(synth.id(), defName, controls);
        session.sendExpecting(
                Messages.synthNew(defName, synth.id(), placement, controls), synth.started());
        forgetIfRefused(synth);
        return synth;
    }

    LiveGroup group(String owner, Optional<String> key, Placement placement) {
        int id = ids.nodes().allocate(owner);
        LiveGroup group = new LiveGroup(id, session, () -> tree.query(id, true));
        nodes.put(id, new Owned(owner, key, group));
        session.sendExpecting(Messages.groupNew(id, placement), group.started());
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

    Optional<Node> node(int id) {
        Owned owned = nodes.get(id);
        return owned == null ? Optional.empty() : Optional.of((Node) owned.node());
    }

    /** Ends every node that an owner has. */
    void giveBack(String owner) {
        nodes.values().stream()
                .filter(owned -> owned.owner().equals(owner))
                .filter(owned -> owned.node().state() != NodeState.ENDED)
                .forEach(owned -> owned.node().free());
    }

    /** Plays the short sound that says: it works. */
    void blip() {
        synth(
                Owners.HOST,
                Optional.empty(),
                "scaena-blip",
                ControlValues.NONE,
                Placement.addToTail(rootGroup));
    }

    /** Follows the tree: called for each event, on the event thread. */
    void event(NodeEvent event) {
        NodeInfo info = event.node();
        Owned owned = nodes.get(info.id());
        if (owned == null) {
            return;
        }
        switch (event.kind()) {
            case WENT, RESUMED -> owned.node().state(NodeState.PLAYING);
            case PAUSED -> owned.node().state(NodeState.PAUSED);
            case ENDED -> forget(info.id());
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
            ids.nodes().free(id);
            owned.node().state(NodeState.ENDED);
        }
    }
}
