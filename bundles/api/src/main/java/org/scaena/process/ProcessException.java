package org.scaena.process;

import org.scaena.command.ServerException;

/** A program is missing, or could not be started. */
public final class ProcessException extends ServerException {

    private static final long serialVersionUID = 1L;

    /** An exception that names the program and the remedy. */
    public ProcessException(String message) {
        super(message);
    }

    /** An exception with the system's own reason. */
    public ProcessException(String message, Throwable cause) {
        super(message, cause);
    }
}
