package org.scaena.process;

import java.time.Duration;

/**
 * When something that has ended is started again: at once, then after pauses that double up to the
 * longest, and for ever. After a good time it begins anew.
 *
 * @param firstPause before the first restart in a row, usually 0
 * @param pause before the second, above 0
 * @param longestPause no pause is longer
 * @param goodUptime a run of that length is no failure: the row ends
 * @param alarmRestarts more restarts than that within {@code alarmWithin} are an alarm
 * @param alarmWithin the time in which they are counted
 */
public record RestartPolicy(
        Duration firstPause,
        Duration pause,
        Duration longestPause,
        Duration goodUptime,
        int alarmRestarts,
        Duration alarmWithin) {

    private static final int LARGEST_SHIFT = 30;

    /**
     * Checks the times.
     *
     * @throws IllegalArgumentException if it would restart without any pause, or never
     */
    public RestartPolicy {
        boolean positive = !pause.isNegative() && !pause.isZero() && !firstPause.isNegative();
        if (!positive || longestPause.compareTo(pause) < 0 || alarmRestarts < 1) {
            throw new IllegalArgumentException(
                    "pauses must be above 0 and grow, and an alarm needs a restart: "
                            + pause
                            + " to "
                            + longestPause
                            + ", alarm after "
                            + alarmRestarts);
        }
    }

    /**
     * At once, then 0.5 s doubling to 60 s; anew after 10 minutes; an alarm at more than 5 within
     * 60 s.
     */
    public static RestartPolicy standard() {
        return new RestartPolicy(
                Duration.ZERO,
                Duration.ofMillis(500),
                Duration.ofSeconds(60),
                Duration.ofMinutes(10),
                5,
                Duration.ofSeconds(60));
    }

    /** The pause before a restart in a row, counted from 1. */
    public Duration pauseBefore(int restartInARow) {
        if (restartInARow <= 1) {
            return firstPause;
        }
        int doublings = Math.min(restartInARow - 2, LARGEST_SHIFT);
        Duration doubled = pause.multipliedBy(1L << doublings);
        return doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
    }
}
