package org.scaena.osc;

/** A message lacks the argument that was asked of it, or has one of another type. */
public final class OscArgumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OscArgumentException(OscMessage message, int index, String expected) {
        super(
                "argument %d of %s should be %s (it has %d)"
                        .formatted(index, message.address(), expected, message.size()));
    }
}
