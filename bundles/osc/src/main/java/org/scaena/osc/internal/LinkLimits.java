package org.scaena.osc.internal;

import java.time.Duration;

/**
 * How much a link holds and how long it waits.
 *
 * @param queuedPackets packets that wait while the writer works off as many at most
 * @param heldBundles bundles for later that are kept back
 * @param sendPatience how long a sender waits for room
 * @param closePatience how long closing waits for the writer, and then for the reader
 */
record LinkLimits(
        int queuedPackets, int heldBundles, Duration sendPatience, Duration closePatience) {

    static final LinkLimits DEFAULT =
            new LinkLimits(8_192, 65_536, Duration.ofSeconds(5), Duration.ofSeconds(5));
}
