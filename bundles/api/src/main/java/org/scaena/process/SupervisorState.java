package org.scaena.process;

/** What a supervisor does. */
public enum SupervisorState {
    /** Waits for what has to be there before. */
    WAITING,
    /** Starts it. */
    STARTING,
    /** Watches it run. */
    RUNNING,
    /** Pauses before the next start. */
    PAUSING,
    /** Does nothing any more. */
    STOPPED
}
