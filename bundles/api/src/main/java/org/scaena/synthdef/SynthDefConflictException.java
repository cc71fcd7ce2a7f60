package org.scaena.synthdef;

import org.scaena.command.ServerException;

/** Two owners have different definitions of one name; the first stays. */
public final class SynthDefConflictException extends ServerException {

    private static final long serialVersionUID = 1L;

    /** An exception that names the definition and both owners. */
    public SynthDefConflictException(String name, String holder, String asking) {
        super(
                "synth definition '%s' belongs to %s already; rename the one of %s"
                        .formatted(name, holder, asking));
    }
}
