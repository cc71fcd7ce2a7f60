package org.scaena.nodetree.internal;

import java.time.Duration;

/**
 * Decides when a mirror asks for the server's counts by itself: soon after so much was told at once
 * that some of it may be lost, and when something did not fit.
 *
 * <p>While much goes on being told it looks again and again, so that the last look comes after the
 * last loss. The longer a reading takes, the longer it waits for the next look.
 */
final class Lookout {

    /** How long after the first reason it looks. */
    static final Duration SOON = Duration.ofMillis(100);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    /** More than anybody does by hand, and less than the 1,023 that scsynth tells of a block. */
    private static final int MUCH = 200;

    private static final int STILL_MUCH = MUCH / 10;

    private int told;
    private boolean waiting;
    private Duration wait = SOON;

    /** A notification came; tells whether a look is to be taken after {@link #untilNext}. */
    boolean told(boolean doubtful) {
        told++;
        return !waiting && (doubtful || told >= MUCH) && begin();
    }

    /** The time has come to look; tells whether another look is to be taken after this one. */
    boolean look() {
        waiting = false;
        boolean goesOn = told >= STILL_MUCH;
        told = 0;
        return goesOn && begin();
    }

    /** A reading has ended; tells whether a look is to be taken at what was told meanwhile. */
    boolean wasRead(Duration took, boolean doubtful) {
        Duration twice = took.multipliedBy(2);
        wait = twice.compareTo(SOON) < 0 ? SOON : twice;
        wait = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        return !waiting && (doubtful || told >= STILL_MUCH) && begin();
    }

    private boolean begin() {
        waiting = true;
        return true;
    }

    Duration untilNext() {
        return wait;
    }
}
