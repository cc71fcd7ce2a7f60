package org.scaena.process;

import java.util.Optional;

/** What a line of scsynth's, supernova's or jackd's output says. */
public enum OutputKind {
    /** The server says that it is ready; which proves nothing by itself. */
    READY,
    /** A bundle came too late. */
    LATE,
    /** A command failed. */
    FAILURE,
    /** Real-time memory is used up. */
    ALLOC_FAILED("memSize"),
    /** There are as many nodes as may be. */
    TOO_MANY_NODES("maxNodes"),
    /** A definition needs more wires between its units than there are. */
    TOO_FEW_WIRE_BUFS("numWireBufs"),
    /** As many clients are logged in as may be. */
    TOO_MANY_LOGINS("maxLogins"),
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
    /** jackd had no sound in time: a gap. One gap may take several lines. */
    XRUN,
    /** Anything else. */
    OTHER;

    private final Optional<String> optionToRaise;

    OutputKind() {
        this.optionToRaise = Optional.empty();
    }

    OutputKind(String optionToRaise) {
        this.optionToRaise = Optional.of(optionToRaise);
    }

    /** The option of the server that would help if it were higher, for example {@code memSize}. */
    public Optional<String> optionToRaise() {
        return optionToRaise;
    }
}
