package org.scaena.server.internal;

import java.time.Duration;
import org.scaena.catalogue.ServerCommands;
import org.scaena.command.Command;
import org.scaena.command.Done;
import org.scaena.process.ExitCause;
import org.scaena.process.ManagedProcess;
import org.scaena.server.ShutdownReason;

/** How a server that is up is left, and what the end of its process means. */
final class Farewell {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private Farewell() {}

    /** Ends the server for everybody; its process is awaited, and killed in the end. */
    static void quit(ServerRun up) {
        up.process().ifPresent(ManagedProcess::expectExit);
        say(up, ServerCommands.quit());
        up.process().ifPresent(Farewell::awaitEnd);
    }

    /** Logs out; the server goes on. */
    static void logOut(ServerRun up) {
        say(up, ServerCommands.logOut());
    }

    private static void say(ServerRun up, Command<Done> farewell) {
        Patience.isDoneWithin(up.session().request(farewell), LIMIT);
    }

    private static void awaitEnd(ManagedProcess process) {
        if (!Patience.isDoneWithin(process.exit(), LIMIT)) {
            Patience.isDoneWithin(process.end(LIMIT), LIMIT.multipliedBy(2));
        }
    }

    static ShutdownReason reason(ExitCause cause) {
        return switch (cause) {
            case ASKED -> ShutdownReason.ASKED;
            case LEFT -> ShutdownReason.BY_ANOTHER_CLIENT;
            case CRASHED -> ShutdownReason.PROCESS_DIED;
            case AUDIO_LOST -> ShutdownReason.AUDIO_LOST;
            case REFUSED -> ShutdownReason.BOOT_FAILED;
            case HUNG -> ShutdownReason.UNRESPONSIVE;
        };
    }
}
