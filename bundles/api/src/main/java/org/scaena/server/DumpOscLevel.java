package org.scaena.server;

/**
 * How a server prints what it receives, as {@code /dumpOSC} takes it.
 *
 * <p>Source: Server Command Reference.
 */
public enum DumpOscLevel {
    /** Not at all. */
    OFF,
    /** As text; {@code /status} is left out. */
    TEXT,
    /** As bytes. */
    HEX,
    /** As text and as bytes. */
    TEXT_AND_HEX;

    /** The number on the wire, 0…3. */
    public int number() {
        return ordinal();
    }

    /**
     * The level of a number.
     *
     * @throws IllegalArgumentException unless it is 0…3
     */
    public static DumpOscLevel of(int number) {
        if (number < 0 || number >= values().length) {
            throw new IllegalArgumentException("the level must be 0…3, not " + number);
        }
        return values()[number];
    }
}
