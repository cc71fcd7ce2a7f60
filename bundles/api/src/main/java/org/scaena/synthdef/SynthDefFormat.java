package org.scaena.synthdef;

import org.osgi.annotation.versioning.ProviderType;

/** Reads and writes {@code .scsyndef} files. A service; stateless, callable from any thread. */
@ProviderType
public interface SynthDefFormat {

    /**
     * Reads a file completely, every count and reference checked.
     *
     * @param origin what the bytes are called in the error, for example a path
     * @throws SynthDefFormatException if the bytes are no synth definition file
     */
    SynthDefFile read(byte[] file, String origin);

    /** Writes a file; what {@link #read} gave is written back byte for byte. */
    byte[] write(SynthDefFile file);
}
