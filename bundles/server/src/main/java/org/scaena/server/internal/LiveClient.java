package org.scaena.server.internal;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scaena.bus.Bus;
import org.scaena.catalogue.NodeCommands;
import org.scaena.command.Subscription;
import org.scaena.id.Ids;
import org.scaena.node.NodeTree;
import org.scaena.osc.OscMessage;
import org.scaena.server.ServerOptions;
import org.scaena.server.internal.Holdings.Part;

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
    private final LooseIds looseIds;
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
        Runnable changed = server.life().bookkeeper()::changed;
        this.nodes =
                new LiveNodes(
                        session,
                        ids.nodes(),
                        tree,
                        changed,
                        server.life().definitions().culprits()::used);
        this.buffers =
                new Buffers(
                        server.name(),
                        session,
                        ids.buffers(),
                        Machine.of(session.link().remote()),
                        server.life().settings().state().resolve("samples"),
                        changed);
        this.buses = new Buses(session, ids, changed);
        this.looseIds = new LooseIds(ids);
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

    LooseIds looseIds() {
        return looseIds;
    }

    Buses buses() {
        return buses;
    }

    /**
     * Takes back what an owner has: its nodes first, which may ring out, then what they use.
     *
     * @param limit how long nodes with a gate may take to end
     */
    void giveBack(String owner, Part part, Duration limit) {
        List<LiveNode> leaving = nodes.holdings().take(owner, part);
        List<LiveBuffer> unusedBuffers = buffers.holdings().take(owner, part);
        List<Bus> unusedBuses = buses.take(owner, part);
        looseIds.nodes(owner).stream()
                .filter(id -> tree.find(id).isPresent())
                .forEach(id -> session.send(NodeCommands.free(id).message()));
        looseIds.giveBack(owner);
        new NodeRelease(tree, server.life().definitions()::hasGate, limit)
                .end(leaving)
                .thenRun(
                        () -> {
                            unusedBuffers.forEach(LiveBuffer::free);
                            unusedBuses.forEach(Bus::free);
                        });
    }

    /** Somebody has to ask for an owner's things again. */
    void unclaim(String owner) {
        nodes.holdings().unclaim(owner);
        buffers.holdings().unclaim(owner);
        buses.audioHoldings().unclaim(owner);
        buses.controlHoldings().unclaim(owner);
    }

    /** Who has something that nobody claimed yet. */
    Set<String> ownersOfUnclaimed() {
        return Stream.of(
                        nodes.holdings(),
                        buffers.holdings(),
                        buses.audioHoldings(),
                        buses.controlHoldings())
                .flatMap(holdings -> holdings.ownersOfUnclaimed().stream())
                .collect(Collectors.toSet());
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
