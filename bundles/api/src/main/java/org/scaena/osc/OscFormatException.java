package org.scaena.osc;

/** Bytes that are no OSC packet, or a packet that has no bytes. */
public final class OscFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a packet was refused; each kind is counted apart. */
    public enum Reason {
        /** No bytes at all. */
        EMPTY,
        /** The length is no multiple of four. */
        UNALIGNED,
        /** The packet ends inside a value. */
        TRUNCATED,
        /** A string without its closing zero. */
        UNTERMINATED,
        /** A message without an address, or with a broken type tag string. */
        BAD_MESSAGE,
        /** A type tag that nobody knows. */
        UNKNOWN_TYPE,
        /** A blob or bundle element of negative or impossible length. */
        BAD_LENGTH,
        /** Arrays or bundles nested too deeply, or brackets that do not match. */
        BAD_NESTING,
        /** Bytes left after the last argument. */
        TRAILING,
        /** Something this codec cannot carry without corrupting it. */
        UNSUPPORTED
    }

    private final Reason reason;

    /** An exception without a stack trace: hostile input must stay cheap. */
    public OscFormatException(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    /** The kind of fault. */
    public Reason reason() {
        return reason;
    }
}
