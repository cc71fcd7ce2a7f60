package org.scaena.command;

/** The server is not running, or went while a reply was awaited. */
public final class NotRunningException extends ServerException {

    private static final long serialVersionUID = 1L;

    /** An exception that says which server, and why it is not there. */
    public NotRunningException(String message) {
        super(message);
    }
}
