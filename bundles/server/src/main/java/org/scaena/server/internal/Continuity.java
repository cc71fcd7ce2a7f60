package org.scaena.server.internal;

import java.time.Duration;
import org.scaena.process.RestartPolicy;

/**
 * How a server goes on when something ends.
 *
 * @param survivesHost whether it plays on when the JVM ends unasked
 * @param restart whether another one is started when it ends unasked
 * @param hang how long it may be without an answer
 * @param goodUptime after how long a restart counts as the first again
 * @param grace how long things with keys may be without an owner
 * @param release how long a synth may ring out
 */
record Continuity(
        boolean survivesHost,
        boolean restart,
        Duration hang,
        Duration goodUptime,
        Duration grace,
        Duration release) {

    static Continuity of(ServerConfiguration configuration) {
        return new Continuity(
                configuration.survivesHost(),
                configuration.restart(),
                Duration.ofSeconds(configuration.hangSeconds()),
                Duration.ofSeconds(configuration.goodSeconds()),
                Duration.ofMillis(configuration.graceMs()),
                Duration.ofMillis(configuration.releaseMs()));
    }

    /** When a server that has ended is started again. */
    RestartPolicy policy() {
        RestartPolicy standard = RestartPolicy.standard();
        return new RestartPolicy(
                standard.firstPause(),
                standard.pause(),
                standard.longestPause(),
                goodUptime,
                standard.alarmRestarts(),
                standard.alarmWithin());
    }
}
