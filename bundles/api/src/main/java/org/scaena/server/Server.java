package org.scaena.server;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.scaena.command.CommandSender;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.node.GroupSnapshot;
import org.scaena.osc.OscEndpoint;

/**
 * An audio server, one per configuration: always there, whether its process runs or not.
 *
 * <p>A service with the property {@value #NAME}. No method blocks; replies are completed on the
 * server's event thread. Safe for use by several threads.
 */
@ProviderType
public interface Server extends CommandSender {

    /** The service property with the server's name; {@link Client} services carry it too. */
    String NAME = "server.name";

    /** The name from its configuration. */
    String name();

    /** Where it is in its life. */
    ServerState state();

    /** Why it went the last time; empty if it never did. */
    Optional<ShutdownReason> lastShutdown();

    /** How its process is started. */
    ServerOptions options();

    /** Where it listens. */
    OscEndpoint endpoint();

    /** The process id of its scsynth, if that was started by a host. */
    Optional<Long> pid();

    /** Whether its process was started by a host; attached servers are not quit with us. */
    boolean isOwned();

    /** Completes with the host's own client once the server is usable; at once if it is. */
    Reply<Client> whenRunning();

    /**
     * Starts the process, logs in and prepares the server; done already if it runs.
     *
     * <p>If the default port is taken by a scsynth, attaches to that instead.
     */
    Reply<Client> boot();

    /** Logs in on a server that runs already, here or on another machine. */
    Reply<Client> remote(OscEndpoint endpoint);

    /** Quits and boots again with the same choices; only for an owned server. */
    Reply<Client> reboot();

    /** Ends the process of an owned server; leaves an attached one running and logs out. */
    Reply<Done> quit();

    /** Ends the process even of an attached server, for everybody who uses it. */
    Reply<Done> quitForAll();

    /** Asks for load and counts. */
    Reply<ServerStatus> status();

    /** Asks which server it is. */
    Reply<ServerVersion> version();

    /** Completes once every asynchronous command sent before it is done. */
    Reply<Done> sync();

    /** Asks for the whole tree, with the values of controls. */
    Reply<GroupSnapshot> queryTree();

    /** The tree as it is known, without asking. */
    GroupSnapshot tree();

    /**
     * Ends all nodes of all clients, clears the schedule, makes the default groups of all logins
     * again and runs the tree hooks.
     */
    Reply<Done> freeAll();

    /** Plays the short sound that says: it works. */
    void blip();

    /** What the hooks did when they ran last, in the order in which they run. */
    List<HookRun> hooks();
}
