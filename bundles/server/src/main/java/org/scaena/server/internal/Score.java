package org.scaena.server.internal;

import java.time.Duration;
import java.util.List;
import org.scaena.osc.OscBundle;

/**
 * Bundles in the order in which they are to be played.
 *
 * @param bundles their time tags count from the begin of the score
 * @param tornAt the byte from which on the file could not be read, or {@link #WHOLE}
 */
record Score(List<OscBundle> bundles, int tornAt) {

    /** Nothing of the file is missing. */
    static final int WHOLE = -1;

    Score {
        bundles = List.copyOf(bundles);
    }

    boolean isTorn() {
        return tornAt != WHOLE;
    }

    /** When a bundle is due, from the begin. */
    Duration time(int index) {
        long ntp = bundles.get(index).time().ntp();
        long nanos = (ntp & 0xFFFF_FFFFL) * 1_000_000_000L >>> 32;
        return Duration.ofSeconds(ntp >>> 32, nanos);
    }

    Duration length() {
        return time(bundles.size() - 1);
    }
}
