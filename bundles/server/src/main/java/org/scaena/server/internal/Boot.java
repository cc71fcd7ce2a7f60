package org.scaena.server.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.scaena.command.Reply;
import org.scaena.command.ServerException;
import org.scaena.ledger.LedgerPage;
import org.scaena.ledger.RunEntry;
import org.scaena.node.NodeTree;
import org.scaena.osc.OscEndpoint;
import org.scaena.process.AudioServer;
import org.scaena.process.ManagedProcess;
import org.scaena.process.Port;
import org.scaena.process.PortHolder;
import org.scaena.process.ProcessException;
import org.scaena.server.ServerStatus;

/** Brings a server up: one step after the other, on the life thread. */
final class Boot {

    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Life life;
    private final Settings settings;
    private final Services services;
    private final Logins logins;

    Boot(Life life) {
        this.life = life;
        this.settings = life.settings();
        this.services = life.services();
        this.logins = life.logins();
    }

    /**
     * Takes over the server of an earlier host if one plays on, else starts a process of our own;
     * joins the server on the default port if one is there.
     */
    ServerRun local() {
        return new Adoption(life, this).run().orElseGet(() -> started(settings.attachIfTaken()));
    }

    /** Takes over the server of an earlier host. */
    ServerRun left() {
        return new Adoption(life, this)
                .run()
                .orElseThrow(() -> new ServerException("nothing was left playing to take over"));
    }

    /** Starts a process of our own once more; another server in its place is not joined. */
    ServerRun again() {
        return started(false);
    }

    private ServerRun started(boolean mayJoin) {
        OscEndpoint endpoint = OscEndpoint.local(settings.options().port());
        boolean orphan = mayBeOrphan(endpoint.port());
        if (!orphan && Ports.isTaken(endpoint.port())) {
            return taken(endpoint, mayJoin);
        }
        AudioServer chosen = audio();
        life.progress("audio: " + chosen.description());
        ManagedProcess process;
        try {
            process = services.processes().start(settings.process(chosen));
        } catch (ProcessException refused) {
            if (orphan && Ports.isTaken(endpoint.port())) {
                return taken(endpoint, mayJoin);
            }
            throw refused;
        }
        life.progress("scsynth started, process " + process.identity().pid());
        try {
            return logIn(
                    endpoint,
                    Optional.of(process),
                    Logins.ANY_PORT,
                    (client, status) ->
                            life.preparation().bringUp(client, status, life.bookkeeper().wanted()));
        } catch (RuntimeException failed) {
            Thread.interrupted(); // an interrupted boot still ends what it started
            if (process.isAlive()) {
                process.expectExit();
                process.end(GRACE).await(GRACE.multipliedBy(3));
            } else {
                life.wayDown().crashed(process.exit().await(GRACE));
                life.blackBox().ended();
            }
            throw failed;
        }
    }

    private AudioServer audio() {
        try {
            return life.audio().open();
        } catch (ProcessException missing) {
            throw new AudioMissingException(missing);
        }
    }

    /**
     * Whether a host has started who has this port; the process manager ends it if that is gone.
     */
    private boolean mayBeOrphan(int port) {
        return services.processes()
                .portHolder(Port.udp(port))
                .flatMap(PortHolder::identity)
                .isPresent();
    }

    private ServerRun taken(OscEndpoint endpoint, boolean mayJoin) {
        if (!mayJoin) {
            throw new ServerException(
                    "UDP port %d of server '%s' is taken: set another port, or end the program that has it"
                            .formatted(endpoint.port(), settings.name()));
        }
        life.progress("UDP port " + endpoint.port() + " is taken: joining the server there");
        return attached(endpoint);
    }

    /** Joins a server that runs. */
    ServerRun attached(OscEndpoint endpoint) {
        return logIn(endpoint, Optional.empty(), Logins.ANY_PORT, life.preparation()::bringUp);
    }

    /** Takes over a server that an earlier host has prepared, from the same port. */
    ServerRun adopted(RunEntry before, Optional<ManagedProcess> process, LedgerPage page) {
        return logIn(
                before.endpoint(),
                process,
                before.localPort(),
                (client, status) -> {
                    if (client.login().clientId() != before.clientId()) {
                        throw new ServerException(
                                "the server gives client id %d instead of %d"
                                        .formatted(client.login().clientId(), before.clientId()));
                    }
                    life.preparation().takeOver(client, status, page, before.bootHooks());
                });
    }

    /** Logs in, from a given port only on a server that knows us, and prepares it. */
    private ServerRun logIn(
            OscEndpoint endpoint,
            Optional<ManagedProcess> process,
            int localPort,
            BiConsumer<LiveClient, ServerStatus> preparation) {
        CommandCheck check =
                new CommandCheck(Limits.of(settings.options()), services.definitionFormat());
        Inbox inbox =
                new Inbox(life.plugins(), check, life.wayDown()::peerGone, life.reports()::heard);
        boolean known = localPort != Logins.ANY_PORT;
        life.blackBox().begin(process.isPresent() && !known);
        Session session = logins.open(endpoint, localPort, check, inbox);
        AtomicBoolean up = new AtomicBoolean();
        process.ifPresent(own -> own.exit().thenRun(() -> closeUnless(up, session)));
        try {
            Readiness readiness = new Readiness(session);
            Reply<ServerStatus> status =
                    process.isPresent() && !known
                            ? readiness.of(process.get())
                            : readiness.ofRunning();
            NodeTree tree =
                    services.trees().open(settings.name(), session, life.threads().events());
            inbox.attach(tree);
            LiveClient client = logins.enter(session, settings.clientId(), tree);
            life.progress("logged in as client " + client.login().clientId());
            ServerStatus first = status.await();
            preparation.accept(client, first);
            DumpOsc dump = new DumpOsc(session, life.threads().plugins(), life.plugins().meters());
            up.set(true);
            return new ServerRun(endpoint, session, tree, client, process, first, dump, known);
        } catch (RuntimeException failed) {
            session.close();
            throw failed;
        }
    }

    /**
     * A boot is not to wait for the answers of a dead process. Later what it had is written down
     * first, before all that is open fails.
     */
    private static void closeUnless(AtomicBoolean up, Session session) {
        if (!up.get()) {
            session.close();
        }
    }
}
