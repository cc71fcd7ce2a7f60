package org.scaena.server.internal;

import org.scaena.command.Subscription;
import org.scaena.id.Ids;
import org.scaena.node.NodeTree;
import org.scaena.osc.OscMessage;
import org.scaena.server.ServerOptions;

/** One login: its ids, its nodes, and who owns them. Views for bundles lie over it. */
final class LiveClient {

    private final LiveServer server;
    private final Session session;
    private final Login login;
    private final Ids ids;
    private final NodeTree tree;
    private final ServerOptions options;
    private final LiveGroup rootGroup;
    private final LiveGroup defaultGroup;
    private final LiveNodes nodes;
    private final Buffers buffers;
    private final Buses buses;
    private final Subscription following;

    /**
     * A login.
     *
     * @param options the server's, as it rounds them
     * @param tree the mirror that tells how nodes fare
     */
    LiveClient(
            LiveServer server,
            Session session,
            Login login,
            ServerOptions options,
            Ids ids,
            NodeTree tree) {
        this.server = server;
        this.session = session;
        this.login = login;
        this.options = options;
        this.ids = ids;
        this.tree = tree;
        this.nodes = new LiveNodes(session, ids.nodes(), tree);
        this.buffers =
                new Buffers(
                        server.name(), session, ids.buffers(), Machine.of(session.link().remote()));
        this.buses = new Buses(session, ids);
        this.rootGroup = nodes.standing(0);
        this.defaultGroup = nodes.standing(Login.defaultGroup(login.clientId()));
        this.following = tree.listen(nodes::event);
    }

    LiveServer server() {
        return server;
    }

    Session session() {
        return session;
    }

    Login login() {
        return login;
    }

    ServerOptions options() {
        return options;
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

    Buffers buffers() {
        return buffers;
    }

    Buses buses() {
        return buses;
    }

    /** Takes back all that an owner has: definitions, nodes, buffers, buses. */
    void giveBack(String owner) {
        server.life().definitions().giveBack(owner);
        nodes.giveBack(owner);
        buffers.giveBack(owner);
        buses.giveBack(owner);
    }

    /** Gives the login back to a server that goes on. */
    void logOut() {
        session.send(OscMessage.of("/notify", 0));
        close();
    }

    /** The login is over: all nodes count as ended, and nothing is sent any more. */
    void close() {
        following.close();
        session.close();
        nodes.close();
        buffers.close();
    }
}
