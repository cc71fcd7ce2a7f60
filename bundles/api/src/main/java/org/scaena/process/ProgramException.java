package org.scaena.process;

/** A program is missing, cannot be executed or is too old: trying again soon is of no use. */
public final class ProgramException extends ProcessException {

    private static final long serialVersionUID = 1L;

    /** An exception that names the program and the remedy. */
    public ProgramException(String message) {
        super(message);
    }
}
