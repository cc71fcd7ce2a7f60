package org.scaena.server.internal;

import java.time.Duration;
import java.util.Optional;
import org.scaena.command.Reply;
import org.scaena.command.ServerException;
import org.scaena.node.NodeTree;
import org.scaena.osc.OscEndpoint;
import org.scaena.process.AudioServer;
import org.scaena.process.ManagedProcess;
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

    /** Starts a process of our own; joins the server on the default port if one is there. */
    ServerRun local() {
        OscEndpoint endpoint = OscEndpoint.local(settings.options().port());
        if (Ports.isTaken(endpoint.port())) {
            return taken(endpoint);
        }
        AudioServer chosen = life.audio().open();
        life.progress("audio: " + chosen.description());
        ManagedProcess process = services.processes().start(settings.process(chosen));
        life.progress("scsynth started, process " + process.identity().pid());
        try {
            return logIn(endpoint, Optional.of(process));
        } catch (RuntimeException failed) {
            Thread.interrupted(); // an interrupted boot still ends what it started
            process.expectExit();
            process.end(GRACE).await(GRACE.multipliedBy(3));
            throw failed;
        }
    }

    private ServerRun taken(OscEndpoint endpoint) {
        if (!settings.attachIfTaken()) {
            throw new ServerException(
                    "UDP port %d of server '%s' is taken: set another port, or end the program that has it"
                            .formatted(endpoint.port(), settings.name()));
        }
        life.progress("UDP port " + endpoint.port() + " is taken: joining the server there");
        return attached(endpoint);
    }

    /** Joins a server that runs. */
    ServerRun attached(OscEndpoint endpoint) {
        return logIn(endpoint, Optional.empty());
    }

    private ServerRun logIn(OscEndpoint endpoint, Optional<ManagedProcess> process) {
        CommandCheck check =
                new CommandCheck(Limits.of(settings.options()), services.definitionFormat());
        Inbox inbox = new Inbox(life.plugins(), check, life.wayDown()::peerGone);
        Session session = logins.open(endpoint, Logins.ANY_PORT, check, inbox);
        try {
            Readiness readiness = new Readiness(session);
            Reply<ServerStatus> status =
                    process.isPresent() ? readiness.of(process.get()) : readiness.ofAttached();
            NodeTree tree =
                    services.trees().open(settings.name(), session, life.threads().events());
            inbox.attach(tree);
            LiveClient client = logins.enter(session, settings.clientId(), tree);
            life.progress("logged in as client " + client.login().clientId());
            life.preparation().bringUp(client);
            DumpOsc dump = new DumpOsc(session, life.threads().plugins());
            return new ServerRun(endpoint, session, tree, client, process, status.await(), dump);
        } catch (RuntimeException failed) {
            session.close();
            throw failed;
        }
    }
}
