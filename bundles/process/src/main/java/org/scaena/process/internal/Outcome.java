package org.scaena.process.internal;

import java.time.Duration;
import java.util.Optional;
import org.scaena.process.ExitCause;
import org.scaena.process.ProcessExit;
import org.scaena.process.ProgramException;

/**
 * How one run of something supervised went.
 *
 * @param reason a piece of a sentence that follows the name
 * @param exit how it ended; empty if it did not become ready
 * @param uptime how long it ran
 * @param isHopeless whether to try again soon is of no use
 */
record Outcome(String reason, Optional<ProcessExit> exit, Duration uptime, boolean isHopeless) {

    static Outcome of(ProcessExit exit, Duration uptime) {
        boolean refused = exit.cause() == ExitCause.REFUSED;
        return new Outcome(exit.description(), Optional.of(exit), uptime, refused);
    }

    static Outcome failed(RuntimeException failure) {
        return new Outcome(
                "did not start: " + failure.getMessage(),
                Optional.empty(),
                Duration.ZERO,
                failure instanceof ProgramException);
    }

    boolean wasAsked() {
        return exit.filter(end -> end.cause() == ExitCause.ASKED).isPresent();
    }

    boolean wasCrash() {
        return exit.filter(end -> end.cause() == ExitCause.CRASHED).isPresent();
    }
}
