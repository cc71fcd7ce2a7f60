package org.scaena.server;

/** What the guard of an output channel silences it for. */
public enum BadSound {
    /** Samples that are no numbers. */
    NOT_A_NUMBER,
    /** Samples without a bound. */
    INFINITE,
    /** For some milliseconds mostly beyond the setting {@code guardDb}. */
    TOO_LOUD,
    /** For about half a second an offset beyond the setting {@code guardOffset}. */
    OFFSET
}
