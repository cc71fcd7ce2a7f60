package org.scaena.catalogue;

import java.util.Locale;

/** Kinds of sound files that a server can write. Source: Server Command Reference, /b_write. */
public enum SoundFileFormat {
    /** Apple's, the server's default. */
    AIFF,
    /** Microsoft's; up to 4 GiB. */
    WAV,
    /** Wave beyond 4 GiB. */
    RF64,
    /** Sony's wave beyond 4 GiB. */
    W64,
    /** Apple's successor of AIFF. */
    CAF,
    /** Sun's and NeXT's. */
    NEXT,
    /** IRCAM's. */
    IRCAM,
    /** Compressed without loss; integers only. */
    FLAC,
    /** Samples and nothing else. */
    RAW;

    /** The name on the wire. */
    public String header() {
        return name().toLowerCase(Locale.ROOT);
    }
}
