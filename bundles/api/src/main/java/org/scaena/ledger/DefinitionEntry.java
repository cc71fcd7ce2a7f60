package org.scaena.ledger;

/**
 * A SynthDef that the server has from us.
 *
 * @param name its name
 * @param hash of its bytes, in hexadecimal
 */
public record DefinitionEntry(String name, String hash) {}
