package org.scaena.sclang;

import org.scaena.command.ServerException;

/** The language refused code or threw while evaluating it; the message is its own. */
public final class SclangException extends ServerException {

    private static final long serialVersionUID = 1L;

    /** An exception with the language's words. */
    public SclangException(String message) {
        super(message);
    }
}
