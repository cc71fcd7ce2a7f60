package org.scaena.osc;

/** Arguments that are all type and no data, besides true and false. */
public enum OscConstant {
    /** Type {@code N}. */
    NIL,
    /** Type {@code I}: "infinitum" in OSC 1.0, "impulse" in 1.1. */
    IMPULSE
}
