package org.scaena.synthdef;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears what comes to and goes from a registry, on the thread that changes it; must not block. */
@ConsumerType
public interface SynthDefListener {

    /** A definition came, or replaced its former version. */
    void registered(RegisteredSynthDef definition);

    /** A definition was withdrawn. */
    void withdrawn(RegisteredSynthDef definition);
}
