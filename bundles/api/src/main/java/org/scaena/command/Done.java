package org.scaena.command;

/** The result of a command that has none but its completion. */
public enum Done {
    /** It is done. */
    DONE
}
