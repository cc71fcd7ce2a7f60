package org.scaena.catalogue;

import java.util.Locale;

/** How samples are written. Source: Server Command Reference, {@code /b_write}. */
public enum SampleFormat {
    /** 8 bits. */
    INT8,
    /** 16 bits, the server's default. */
    INT16,
    /** 24 bits. */
    INT24,
    /** 32 bits. */
    INT32,
    /** 8 bits, logarithmic; wraps beyond 1. */
    MULAW,
    /** 8 bits, logarithmic. */
    ALAW,
    /** 32 bits, as the server has them. */
    FLOAT,
    /** 64 bits. */
    DOUBLE;

    /** The name on the wire. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
