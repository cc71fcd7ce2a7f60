package org.scaena.synthdef;

import org.scaena.osc.OscBlob;

/**
 * A definition in the registry.
 *
 * @param definition what it is
 * @param bytes a {@code .scsyndef} file of it alone, as it is sent
 * @param hash SHA-256 of these bytes, in hexadecimal
 * @param owner who withdraws it
 * @param origin where it came from, for people
 * @param sending when it goes to the servers
 */
public record RegisteredSynthDef(
        SynthDef definition,
        OscBlob bytes,
        String hash,
        String owner,
        String origin,
        Sending sending) {

    /** The definition's name. */
    public String name() {
        return definition.name();
    }
}
