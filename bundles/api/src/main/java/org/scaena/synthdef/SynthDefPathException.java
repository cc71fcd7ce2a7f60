package org.scaena.synthdef;

import java.nio.file.Path;
import org.scaena.command.ServerException;

/** A path from which definitions are not read. */
public final class SynthDefPathException extends ServerException {

    private static final long serialVersionUID = 1L;

    /** An exception that names the path and says what to do. */
    public SynthDefPathException(Path path, String why) {
        super("no synth definitions are read from %s: %s".formatted(path, why));
    }
}
