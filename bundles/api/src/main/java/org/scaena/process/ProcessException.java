package org.scaena.process;

import org.jspecify.annotations.Nullable;
import org.scaena.command.ServerException;

/** A program could not be started, or does not do what it should. */
public class ProcessException extends ServerException {

    private static final long serialVersionUID = 1L;

    /** An exception that names the program and the remedy. */
    public ProcessException(String message) {
        super(message);
    }

    /** An exception with the system's own reason. */
    public ProcessException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
