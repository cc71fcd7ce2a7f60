package org.scaena.process;

import java.time.Duration;
import java.util.Optional;

/**
 * Why and when something is started again.
 *
 * @param inARow the how manieth restart since the last good time, from 1
 * @param crashesInARow how many times in a row a crash was the reason, this time included
 * @param pause how long is waited before
 * @param reason one sentence
 * @param exit how it ended; empty if it did not become ready
 * @param uptime how long it ran
 */
public record Restart(
        int inARow,
        int crashesInARow,
        Duration pause,
        String reason,
        Optional<ProcessExit> exit,
        Duration uptime) {}
