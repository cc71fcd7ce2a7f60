package org.scaena.ledger;

/**
 * The main volume.
 *
 * @param decibels −90…+6
 * @param muted whether nothing is heard whatever the volume
 */
public record VolumeEntry(double decibels, boolean muted) {

    /** As loud as it comes. */
    public static final VolumeEntry NEUTRAL = new VolumeEntry(0, false);
}
