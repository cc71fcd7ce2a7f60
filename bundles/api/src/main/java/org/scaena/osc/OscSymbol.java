package org.scaena.osc;

/**
 * Text of OSC type {@code S}, which some programs keep apart from strings.
 *
 * @param name the text
 */
public record OscSymbol(String name) {}
