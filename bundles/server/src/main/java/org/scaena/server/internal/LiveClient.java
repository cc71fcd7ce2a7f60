package org.scaena.server.internal;

import java.util.Optional;
import org.scaena.id.Ids;
import org.scaena.node.ControlValues;
import org.scaena.node.NodeTree;
import org.scaena.node.Placement;
import org.scaena.server.Server;

/** One login: its ids, its nodes, and who owns them. Views for bundles lie over it. */
final class LiveClient {

    private final Server server;
    private final Session session;
    private final Login login;
    private final Ids ids;
    private final NodeTree tree;
    private final LiveGroup rootGroup;
    private final LiveGroup defaultGroup;
    private final LiveNodes nodes;
    private final Buses buses;

    LiveClient(Server server, Session session, Login login, Ids ids, NodeTree tree) {
        this.server = server;
        this.session = session;
        this.login = login;
        this.ids = ids;
        this.tree = tree;
        this.nodes = new LiveNodes(session, ids.nodes(), tree);
        this.buses = new Buses(session, ids);
        this.rootGroup = nodes.standing(0);
        this.defaultGroup = nodes.standing(Login.defaultGroup(login.clientId()));
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

    LiveNodes nodes() {
        return nodes;
    }

    NodeTree tree() {
        return tree;
    }

    Buses buses() {
        return buses;
    }

    /** Ends every node that an owner has and gives back its buses. */
    void giveBack(String owner) {
        nodes.giveBack(owner);
        buses.giveBack(owner);
    }

    /** Plays the short sound that says: it works. */
    void blip() {
        nodes.synth(
                Owners.HOST,
                Optional.empty(),
                "scaena-blip",
                ControlValues.NONE,
                Placement.addToTail(rootGroup));
    }

    /** The login is over: all nodes count as ended. */
    void close() {
        nodes.close();
    }
}
