package org.scaena.catalogue;

/**
 * A partial of a wave.
 *
 * @param frequency in cycles per buffer
 * @param amplitude 1 is full
 * @param phase radians
 */
public record Partial(float frequency, float amplitude, float phase) {}
