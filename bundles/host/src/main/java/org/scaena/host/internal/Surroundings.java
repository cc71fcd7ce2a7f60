package org.scaena.host.internal;

import java.time.Duration;

/** What the host sees of the process and the framework it lives in. */
interface Surroundings {

    /** How long ago the process was started. */
    Duration age();

    /** Whether all bundles that start with the host have been started. */
    boolean settled();

    /** The names of bundles that should run but do not; empty if all do. */
    String idleBundles();

    /** Starts what waits until the host is ready, for example a shell. */
    void startFaces();
}
