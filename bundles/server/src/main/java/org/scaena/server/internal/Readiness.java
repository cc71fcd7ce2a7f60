package org.scaena.server.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.scaena.catalogue.ServerCommands;
import org.scaena.command.Command;
import org.scaena.command.Reply;
import org.scaena.command.ServerException;
import org.scaena.process.ManagedProcess;
import org.scaena.process.ProcessExit;
import org.scaena.server.ServerStatus;

/** Waits until a server answers {@code /status}: what it prints proves nothing. */
final class Readiness {

    private static final Duration READY_LIMIT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final int SHOWN_LINES = 3;

    private final Session session;

    Readiness(Session session) {
        this.session = session;
    }

    /** Asks a server that runs already, and waits for nothing: the login does that. */
    Reply<ServerStatus> ofRunning() {
        return session.request(ServerCommands.status());
    }

    /** Waits for a server that was started: as long as its process lives, within a limit. */
    Reply<ServerStatus> of(ManagedProcess process) {
        Command<ServerStatus> status = ServerCommands.status();
        Reply<ServerStatus> answer = session.request(status);
        Reply<ProcessExit> exit = process.exit();
        long deadline = System.nanoTime() + READY_LIMIT.toNanos();
        while (!Patience.isDoneWithin(CompletableFuture.anyOf(answer, exit), POLL)) {
            if (System.nanoTime() > deadline) {
                throw new ServerException(
                        "scsynth did not answer within %d s; its last words: %s"
                                .formatted(READY_LIMIT.toSeconds(), lastWords(process)));
            }
            session.send(status.message());
        }
        if (exit.isDone()) {
            throw new ServerException(
                    "scsynth ended before it was ready (exit code %d); its last words: %s"
                            .formatted(exit.await().code(), lastWords(process)));
        }
        return answer;
    }

    private static String lastWords(ManagedProcess process) {
        return String.join(" / ", process.lastLines(SHOWN_LINES));
    }
}
