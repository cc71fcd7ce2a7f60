package org.scaena.server.internal;

import java.time.Duration;
import org.scaena.catalogue.ServerCommands;
import org.scaena.command.Command;
import org.scaena.command.Done;
import org.scaena.process.ExitCause;
import org.scaena.process.ManagedProcess;
import org.scaena.process.ProcessManager;
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

    /** The same; if it is another server's of this host, that is told that its end is wanted. */
    static void quitForAll(ServerRun up, ProcessManager processes) {
        if (!up.isOwned() && Machine.of(up.endpoint()).isHere()) {
            processes.processes().stream()
                    .filter(other -> other.spec().ports().contains(up.endpoint().port()))
                    .forEach(ManagedProcess::expectExit);
        }
        quit(up);
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
