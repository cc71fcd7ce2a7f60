package org.scaena.osc;

/** A link could not be opened, or could not take a packet. */
public final class OscLinkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** An exception that names the link and the remedy. */
    public OscLinkException(String message) {
        super(message);
    }

    /** An exception with the system's own reason. */
    public OscLinkException(String message, Throwable cause) {
        super(message, cause);
    }
}
