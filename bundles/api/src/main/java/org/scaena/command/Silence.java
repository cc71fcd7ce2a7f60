package org.scaena.command;

/** What it means that no reply came, although a command sent later has been answered. */
public enum Silence {
    /** The command succeeded: it has no reply. */
    SUCCESS,
    /** The command failed: it says why on the server's output only. */
    FAILURE,
    /** The reply got lost, or comes later. */
    NOTHING
}
