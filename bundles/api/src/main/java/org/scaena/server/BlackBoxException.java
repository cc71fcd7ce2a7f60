package org.scaena.server;

import org.scaena.command.ServerException;

/** A file can't be replayed; the message says why, and what to do instead. */
public class BlackBoxException extends ServerException {

    private static final long serialVersionUID = 1L;

    /** With one sentence for people. */
    public BlackBoxException(String message) {
        super(message);
    }

    /** With what went wrong below. */
    public BlackBoxException(String message, Throwable cause) {
        super(message, cause);
    }
}
