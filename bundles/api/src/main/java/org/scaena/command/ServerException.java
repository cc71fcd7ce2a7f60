package org.scaena.command;

import org.jspecify.annotations.Nullable;

/** Something that a server could not do; its kinds say what. */
public class ServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** An exception with a sentence for people. */
    public ServerException(String message) {
        super(message);
    }

    /** An exception with a sentence for people and what lies beneath. */
    public ServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
