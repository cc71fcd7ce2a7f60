package org.scaena.server.internal;

import org.scaena.server.Volume;

/**
 * What the output channels are guarded against.
 *
 * @param on whether they are
 * @param limit the amplitude beyond which is clipped
 * @param offset the mean that is silenced
 */
record GuardSettings(boolean on, double limit, double offset) {

    private static final double PERCENT = 100;

    static GuardSettings of(ServerConfiguration configuration) {
        check("guardDb", configuration.guardDb(), -60, 60);
        check("guardOffset", configuration.guardOffset(), 1, 100);
        return new GuardSettings(
                configuration.guard(),
                Volume.dbamp(configuration.guardDb()),
                configuration.guardOffset() / PERCENT);
    }

    private static void check(String what, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "%s must be %d…%d, not %d".formatted(what, min, max, value));
        }
    }
}
