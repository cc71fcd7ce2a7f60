package org.scaena.process;

/** What a line of scsynth's, supernova's or jackd's output says. */
public enum OutputKind {
    /** The server says that it is ready; which proves nothing by itself. */
    READY,
    /** A bundle came too late. */
    LATE,
    /** A command failed. */
    FAILURE,
    /** Real-time memory is used up: raise {@code memSize}. */
    ALLOC_FAILED,
    /** More commands in one audio block than the queue holds. */
    COMMAND_FIFO_FULL,
    /** A definition was refused although {@code /done} was answered. */
    SYNTHDEF_REFUSED,
    /** A reply was too long for a datagram. */
    MESSAGE_TOO_LONG,
    /** The audio system went away, or was not there. */
    AUDIO_GONE,
    /** The port is taken. */
    PORT_TAKEN,
    /** An option is wrong. */
    BAD_OPTION,
    /** Anything else. */
    OTHER
}
