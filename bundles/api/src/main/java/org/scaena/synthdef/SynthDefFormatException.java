package org.scaena.synthdef;

import org.scaena.command.ServerException;

/** Bytes that are no synth definition file. */
public final class SynthDefFormatException extends ServerException {

    private static final long serialVersionUID = 1L;

    /** An exception that names the file, the place and the fault. */
    public SynthDefFormatException(String origin, int offset, String fault) {
        super("%s is no synth definition file: %s (byte %d)".formatted(origin, fault, offset));
    }
}
