package org.scaena.server.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscMessage;
import org.scaena.synthdef.SynthDefFormat;

/**
 * Refuses definitions that can't be read to their end, at which scsynth may crash, and to forget
 * all at once, at which it does if a synth plays.
 */
final class DefinitionGuard implements Guard {

    private final SynthDefFormat format;

    DefinitionGuard(SynthDefFormat format) {
        this.format = format;
    }

    @Override
    public void admit(OscMessage message, Undo undo) {
        switch (message.address().replace("/", "")) {
            case "d_recv" -> {
                if (message.arguments().get(0) instanceof OscBlob file) {
                    format.read(file.toByteArray(), message.address());
                }
            }
            case "d_load" -> readHere(Path.of(message.stringAt(0)));
            default ->
                    throw new IllegalStateException(
                            "/d_freeAll: free definitions by their names, as scsynth crashes if all"
                                    + " go while a synth plays");
        }
    }

    /** A pattern, or a file on the server's machine only, is the server's affair. */
    private void readHere(Path file) {
        if (Files.isRegularFile(file)) {
            try {
                format.read(Files.readAllBytes(file), file.toString());
            } catch (IOException unreadable) {
                throw new IllegalStateException(
                        "/d_load: " + file + " can't be read: " + unreadable.getMessage(),
                        unreadable);
            }
        }
    }
}
