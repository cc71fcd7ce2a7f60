package org.scaena.server.internal;

import java.time.Duration;

/**
 * How much of what is sent to a server is kept.
 *
 * @param window how far back it goes; zero: nothing is recorded
 * @param maxBytes how much it is at most
 */
record BlackBoxSettings(Duration window, long maxBytes) {

    static BlackBoxSettings of(ServerConfiguration configuration) {
        return new BlackBoxSettings(
                Duration.ofMinutes(configuration.blackBoxMinutes()),
                (long) configuration.blackBoxMebibytes() << 20);
    }

    boolean isOn() {
        return !window.isZero();
    }
}
