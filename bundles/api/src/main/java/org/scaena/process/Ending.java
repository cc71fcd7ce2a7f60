package org.scaena.process;

import java.time.Duration;
import java.util.Optional;

/**
 * How a process is ended: a word of farewell if there is one, then TERM, then KILL, to the process
 * and all that came from it.
 *
 * @param cause {@link ExitCause#ASKED}, or {@link ExitCause#HUNG} because it did not answer
 * @param farewell asks it in its own language, for example by {@code /quit}; must not block
 * @param farewellLimit how long it may take to follow that
 * @param grace how long it may take to follow TERM
 */
public record Ending(
        ExitCause cause, Optional<Runnable> farewell, Duration farewellLimit, Duration grace) {

    /**
     * Checks the cause.
     *
     * @throws IllegalArgumentException if it is not one of ours
     */
    public Ending {
        if (cause != ExitCause.ASKED && cause != ExitCause.HUNG) {
            throw new IllegalArgumentException("we end a process ASKED or HUNG, not " + cause);
        }
    }

    /** TERM at once, KILL after the grace. */
    public static Ending asked(Duration grace) {
        return new Ending(ExitCause.ASKED, Optional.empty(), Duration.ZERO, grace);
    }

    /** The same because it does not answer: whatever ends it, its exit is {@code HUNG}. */
    public static Ending unresponsive(Duration grace) {
        return new Ending(ExitCause.HUNG, Optional.empty(), Duration.ZERO, grace);
    }

    /** The same after a word of farewell that it has so long to follow. */
    public Ending after(Runnable word, Duration limit) {
        return new Ending(cause, Optional.of(word), limit, grace);
    }
}
