package org.scaena.server.internal;

import java.time.Duration;

/** Recordings for tests. */
final class Recordings {

    private Recordings() {}

    /** One that keeps nothing. */
    static Recording off() {
        return Recording.fromNow(new BlackBoxSettings(Duration.ZERO, 0));
    }
}
