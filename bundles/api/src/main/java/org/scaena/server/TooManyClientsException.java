package org.scaena.server;

import org.scaena.command.ServerException;

/** The server has no free login. */
public final class TooManyClientsException extends ServerException {

    private static final long serialVersionUID = 1L;

    /** An exception that says which server. */
    public TooManyClientsException(String message) {
        super(message);
    }
}
