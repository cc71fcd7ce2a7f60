package org.scaena.catalogue;

/** What becomes of a sound file once it has been read or written. */
public enum FileAfterwards {
    /** It is closed. */
    CLOSE,
    /** It stays open, for DiskIn or DiskOut, until {@link BufferCommands#close}. */
    LEAVE_OPEN
}
