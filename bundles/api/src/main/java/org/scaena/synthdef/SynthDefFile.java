package org.scaena.synthdef;

import java.util.List;

/**
 * What a {@code .scsyndef} file holds.
 *
 * @param version of the file format, 1 or 2
 * @param definitions in the order of the file
 */
public record SynthDefFile(int version, List<SynthDef> definitions) {

    /** Copies the definitions. */
    public SynthDefFile {
        definitions = List.copyOf(definitions);
    }
}
