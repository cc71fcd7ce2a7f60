package org.scaena.catalogue;

import java.util.EnumSet;
import java.util.Set;

/** How a routine puts a wave into a buffer. Source: Server Command Reference, {@code /b_gen}. */
public enum BufferFill {
    /** The peak becomes 1. */
    NORMALIZE(1),
    /** In the form that oscillators read, with differences beside the values. */
    WAVETABLE(2),
    /** What is there is replaced, not added to. */
    CLEAR(4);

    private final int bit;

    BufferFill(int bit) {
        this.bit = bit;
    }

    /** What SuperCollider does unless told otherwise: all three. */
    public static Set<BufferFill> usual() {
        return EnumSet.allOf(BufferFill.class);
    }

    static int flags(Set<BufferFill> ways) {
        return ways.stream().mapToInt(way -> way.bit).sum();
    }
}
