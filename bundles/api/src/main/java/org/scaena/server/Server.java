package org.scaena.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.scaena.command.CommandSender;
import org.scaena.command.CommandStatistics;
import org.scaena.command.Done;
import org.scaena.command.NotRunningException;
import org.scaena.command.Reply;
import org.scaena.command.Subscription;
import org.scaena.node.GroupSnapshot;
import org.scaena.osc.OscEndpoint;
import org.scaena.synthdef.SynthDefRegistration;

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

    /**
     * What it makes of its options: the number of logins as it reported it, sizes as it rounds
     * them.
     */
    ServerOptions effectiveOptions();

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

    /**
     * Quits and boots again with the same choices; boots if nothing runs.
     *
     * <p>Fails with {@link IllegalStateException} for an attached server, which stays.
     */
    Reply<Client> reboot();

    /**
     * Ends the process of an owned server; leaves an attached one running and logs out.
     *
     * <p>Sends nothing if nothing runs.
     */
    Reply<Done> quit();

    /**
     * Logs out of an attached server, which goes on.
     *
     * <p>Fails with {@link IllegalStateException} for an owned server, which nobody would end then.
     */
    Reply<Done> disconnect();

    /** Ends the process even of an attached server, for everybody who uses it. */
    Reply<Done> quitForAll();

    /**
     * Registers the definitions of a {@code .scsyndef} file for the host and sends them; completes
     * when the server is proved to have them.
     *
     * <p>They replace what it sent under these names before, come back after every restart, and go
     * when the registration is closed.
     *
     * <p>Fails with a {@link org.scaena.synthdef.SynthDefRefusedException} if the server does not
     * accept one of them, and then none is kept.
     */
    Reply<SynthDefRegistration> sendSynthDef(byte[] file);

    /**
     * As {@link #sendSynthDef}, with a file that lies below one of the configured roots.
     *
     * @param file its path; a relative one is looked for in the roots
     */
    Reply<SynthDefRegistration> loadSynthDef(Path file);

    /** As {@link #loadSynthDef}, with every {@code .scsyndef} file of a folder and those in it. */
    Reply<SynthDefRegistration> loadSynthDefs(Path folder);

    /**
     * Why registered definitions are not on the server, by their names: it refused them, or they
     * have crashed it twice and are not sent until they change.
     */
    Map<String, String> refusedSynthDefs();

    /** Asks for load and counts. */
    Reply<ServerStatus> status();

    /** What the audio system gives it, beside what was asked for; empty if it is not running. */
    Optional<ServerHardware> hardware();

    /** How often it had more to do than it could in time. */
    ServerOverload overload();

    /** Asks which server it is. */
    Reply<ServerVersion> version();

    /** What became of what was asked through the host's own login, since the boot. */
    CommandStatistics commandStatistics();

    /** Completes once every asynchronous command sent before it is done. */
    Reply<Done> sync();

    /** Asks for the whole tree, with the values of controls. */
    Reply<GroupSnapshot> queryTree();

    /** Asks for the whole tree; completes with the text that scsynth itself would print. */
    Reply<String> dumpTree();

    /** The tree as it is known, without asking. */
    GroupSnapshot tree();

    /**
     * Ends all nodes of all clients, clears the schedule, makes the default groups of all logins
     * again and runs the tree hooks.
     */
    Reply<Done> freeAll();

    /** Forgets every bundle that waits for its time, of all clients. */
    Reply<Done> clearSchedule();

    /** Its volume. */
    Volume volume();

    /** Prints what it receives to its log, until its end or another level. */
    Reply<Done> dumpOsc(DumpOscLevel level);

    /**
     * Prints what it receives, and hands each line on.
     *
     * @param line called for each line, as the server prints it, in order, on a thread for plugins
     * @return closed to hear no more; the level goes back to off with the last listener
     * @throws NotRunningException if it is not running
     * @throws IllegalStateException if it was not started here, so that its output is not known
     */
    Subscription dumpOsc(DumpOscLevel level, Consumer<String> line);

    /** Plays the test sound: 500 Hz, and 1000 Hz 0.2 s later; it silences no error report. */
    void blip();

    /** Runs the tree hooks now, by hand; completes with what each did. */
    Reply<List<HookRun>> runHooks();

    /** What the hooks did last, in the order in which they run; each phase by itself. */
    List<HookRun> hooks();

    /** Who has what of this server, by name; bundles that have nothing are left out. */
    List<Owner> owners();

    /** How the code of each bundle behaves that this server has called, by the bundle's name. */
    List<PluginCalls> pluginCalls();

    /** What was sent to it in the last minutes, and the files that are left of earlier ends. */
    BlackBox blackBox();
}
