package org.scaena.process.internal;

import java.time.Duration;
import java.util.Optional;
import org.scaena.process.ExitCause;
import org.scaena.process.NotReadyException;
import org.scaena.process.ProcessExit;
import org.scaena.process.ProgramException;

/**
 * How one run of something supervised went.
 *
 * @param reason one sentence
 * @param exit how it ended; empty if it did not end by itself
 * @param uptime how long it ran
 * @param isHopeless whether to try again soon is of no use
 */
record Outcome(String reason, Optional<ProcessExit> exit, Duration uptime, boolean isHopeless) {

    static Outcome of(String name, ProcessExit exit, Duration uptime) {
        return new Outcome(
                name + " " + exit.description(), Optional.of(exit), uptime, isRefusal(exit));
    }

    static Outcome failed(String name, Throwable failure) {
        Optional<ProcessExit> exit =
                failure instanceof NotReadyException notReady ? notReady.exit() : Optional.empty();
        boolean missing = failure instanceof ProgramException;
        return new Outcome(
                name + " did not start: " + failure.getMessage(),
                exit,
                Duration.ZERO,
                missing || exit.filter(Outcome::isRefusal).isPresent());
    }

    private static boolean isRefusal(ProcessExit exit) {
        return exit.cause() == ExitCause.REFUSED;
    }

    boolean wasAsked() {
        return exit.filter(end -> end.cause() == ExitCause.ASKED).isPresent();
    }

    boolean wasCrash() {
        return exit.filter(end -> end.cause() == ExitCause.CRASHED).isPresent();
    }
}
