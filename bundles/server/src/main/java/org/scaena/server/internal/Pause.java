package org.scaena.server.internal;

/**
 * Whether a node is paused once everything that was asked for is done.
 *
 * @param paused whether it will be
 * @param echoes how many notifications are still to come of what was asked here
 */
record Pause(boolean paused, int echoes) {

    /** It runs, and nothing was asked. */
    static final Pause NONE = new Pause(false, 0);

    /** After it was asked to run, or to pause; scsynth tells of changes only. */
    Pause asked(boolean running) {
        return running == paused ? new Pause(!running, echoes + 1) : this;
    }

    /** After a notification: the echo of what was asked here, or what somebody else did. */
    Pause told(boolean nowPaused) {
        return echoes > 0 ? new Pause(paused, echoes - 1) : new Pause(nowPaused, 0);
    }
}
