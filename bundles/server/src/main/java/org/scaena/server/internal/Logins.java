package org.scaena.server.internal;

import org.scaena.id.IdLayout;
import org.scaena.id.Ids;
import org.scaena.node.NodeTree;
import org.scaena.osc.OscEndpoint;
import org.scaena.osc.OscLinkException;
import org.scaena.server.ServerOption;
import org.scaena.server.ServerOptions;

/** Opens links to a server and logs in on them: the host's own login, and those of clients. */
final class Logins {

    /** Leaves the port of a link to the system. */
    static final int ANY_PORT = 0;

    private final LiveServer server;
    private final Settings settings;
    private final Services services;
    private final Threads threads;

    Logins(LiveServer server, Settings settings, Services services, Threads threads) {
        this.server = server;
        this.settings = settings;
        this.services = services;
        this.threads = threads;
    }

    /**
     * Opens a link; nothing is sent.
     *
     * @param localPort from which port, as the server knows its clients by it; or {@link #ANY_PORT}
     */
    Session open(OscEndpoint endpoint, int localPort, CommandCheck check, Incoming incoming) {
        return new Session(
                settings.name(),
                services.transport(),
                endpoint,
                localPort,
                check,
                threads.events(),
                incoming,
                server.life().blackBox().recording(),
                server.life()::held);
    }

    /** Logs in; from here on the client id is final, and so are all ids. */
    LiveClient enter(Session session, int wish, NodeTree tree) {
        Login login = LogIn.request(session, wish, settings.options());
        ServerOptions real =
                settings.options().effective().with(ServerOption.MAX_LOGINS, login.maxLogins());
        Ids ids = services.allocators().open(layout(login, real));
        return new LiveClient(server, session, login, real, ids, tree);
    }

    private IdLayout layout(Login login, ServerOptions real) {
        return new IdLayout(
                login.clientId(),
                login.maxLogins(),
                real.get(ServerOption.NUM_OUTPUT_BUS_CHANNELS),
                real.get(ServerOption.NUM_INPUT_BUS_CHANNELS),
                real.get(ServerOption.NUM_AUDIO_BUS_CHANNELS),
                real.get(ServerOption.NUM_CONTROL_BUS_CHANNELS),
                real.get(ServerOption.NUM_BUFFERS),
                settings.nodeIds());
    }

    /**
     * Logs a plugged-in client in on a running server: own link, own id, own default group.
     *
     * @param localPort from which port, if it can be had
     */
    LiveClient plug(ServerRun run, int wish, int localPort) {
        Session session = plugged(run, localPort);
        try {
            return enter(session, wish, run.tree());
        } catch (RuntimeException failed) {
            session.close();
            throw failed;
        }
    }

    private Session plugged(ServerRun run, int localPort) {
        Incoming inbox = new ClientInbox(server.life().plugins());
        try {
            return open(run.endpoint(), localPort, run.session().check(), inbox);
        } catch (OscLinkException taken) {
            return open(run.endpoint(), ANY_PORT, run.session().check(), inbox);
        }
    }
}
