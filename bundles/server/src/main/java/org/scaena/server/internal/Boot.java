package org.scaena.server.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.scaena.command.Command;
import org.scaena.command.Reply;
import org.scaena.command.ReplyTimeoutException;
import org.scaena.command.ServerException;
import org.scaena.id.IdLayout;
import org.scaena.node.NodeTree;
import org.scaena.osc.OscEndpoint;
import org.scaena.process.AudioServer;
import org.scaena.process.ManagedProcess;
import org.scaena.process.ProcessExit;
import org.scaena.server.ServerOption;
import org.scaena.server.ServerStatus;

/** Brings a server up: one step after the other, on the life thread. */
final class Boot {

    private static final Duration READY_LIMIT = Duration.ofSeconds(10);
    private static final Duration ATTACH_LIMIT = Duration.ofSeconds(3);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final int SHOWN_LINES = 3;

    private final LiveServer server;
    private final Life life;
    private final Settings settings;
    private final Services services;
    private final Audio audio;

    Boot(LiveServer server, Life life, Settings settings, Services services, Audio audio) {
        this.server = server;
        this.life = life;
        this.settings = settings;
        this.services = services;
        this.audio = audio;
    }

    /** Starts a process of our own; joins the server on the default port if one is there. */
    ServerRun local() {
        OscEndpoint endpoint = OscEndpoint.local(settings.options().port());
        if (Ports.isTaken(endpoint.port())) {
            return taken(endpoint);
        }
        AudioServer chosen = audio.open();
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
        Inbox inbox = new Inbox(life.plugins(), life::peerGone);
        Session session =
                new Session(
                        settings.name(),
                        services.transport(),
                        endpoint,
                        life.threads().events(),
                        inbox);
        try {
            ServerStatus status = awaitAnswer(session, endpoint, process);
            NodeTree tree = services.trees().open(settings.name(), session);
            inbox.attach(tree);
            Login login = session.request(Messages.login(0)).await();
            life.progress("logged in as client " + login.clientId());
            LiveClient client =
                    new LiveClient(
                            server,
                            session,
                            login,
                            services.allocators().open(layout(login)),
                            tree);
            tree.listen(client.nodes()::event);
            prepare(client);
            tree.listen(event -> life.plugins().event(event, tree));
            build(client);
            tree.refresh().await();
            return new ServerRun(endpoint, session, tree, client, process, status);
        } catch (RuntimeException failed) {
            session.close();
            throw failed;
        }
    }

    private ServerStatus awaitAnswer(
            Session session, OscEndpoint endpoint, Optional<ManagedProcess> process) {
        Command<ServerStatus> status = Messages.status();
        Reply<ServerStatus> answer = session.request(status);
        if (process.isEmpty()) {
            try {
                return answer.await(ATTACH_LIMIT);
            } catch (ReplyTimeoutException silence) {
                throw new ServerException(
                        "no SuperCollider server answers at "
                                + endpoint
                                + ": another program has this port, or the server hangs",
                        silence);
            }
        }
        Reply<ProcessExit> exit = process.get().exit();
        long deadline = System.nanoTime() + READY_LIMIT.toNanos();
        while (!Patience.isDoneWithin(CompletableFuture.anyOf(answer, exit), POLL)) {
            if (System.nanoTime() > deadline) {
                throw new ServerException(
                        "scsynth did not answer within %d s; its last words: %s"
                                .formatted(READY_LIMIT.toSeconds(), lastWords(process.get())));
            }
            session.send(status.message());
        }
        if (exit.isDone()) {
            throw new ServerException(
                    "scsynth ended before it was ready (exit code %d); its last words: %s"
                            .formatted(exit.await().code(), lastWords(process.get())));
        }
        return answer.await();
    }

    private static String lastWords(ManagedProcess process) {
        return String.join(" / ", process.lastLines(SHOWN_LINES));
    }

    private IdLayout layout(Login login) {
        return new IdLayout(
                login.clientId(),
                login.maxLogins(),
                settings.options().get(ServerOption.NUM_OUTPUT_BUS_CHANNELS),
                settings.options().get(ServerOption.NUM_INPUT_BUS_CHANNELS),
                settings.options().get(ServerOption.NUM_AUDIO_BUS_CHANNELS),
                settings.options().get(ServerOption.NUM_CONTROL_BUS_CHANNELS),
                settings.options().get(ServerOption.NUM_BUFFERS),
                settings.nodeIds());
    }

    private void prepare(LiveClient client) {
        life.plugins().hooks().run(Hooks.Phase.BOOT, client);
        List<String> missing =
                Definitions.send(
                        client,
                        Definitions.atBoot(
                                services.definitions(),
                                settings.options().get(ServerOption.NUM_OUTPUT_BUS_CHANNELS)));
        if (!missing.isEmpty()) {
            life.progress("the server does not have: " + String.join(", ", missing));
        }
    }

    /** Makes the default groups and lets the tree hooks add theirs. */
    void build(LiveClient client) {
        Messages.defaultGroups(client.login().maxLogins()).forEach(client.session()::send);
        life.plugins().hooks().run(Hooks.Phase.TREE, client);
        client.session().sync().await();
    }
}
