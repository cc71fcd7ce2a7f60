package org.scaena.server;

/** Where a server is in its life. */
public enum ServerState {
    /** No process, no login. */
    OFFLINE,
    /** On the way to usable. */
    BOOTING,
    /** Usable. */
    RUNNING,
    /** The process lives but does not answer. */
    UNRESPONSIVE,
    /** It went unasked and is being brought back. */
    RECOVERING,
    /** On the way out. */
    QUITTING
}
