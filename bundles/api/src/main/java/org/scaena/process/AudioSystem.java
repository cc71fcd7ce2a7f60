package org.scaena.process;

import org.osgi.annotation.versioning.ProviderType;

/** Finds an audio system for a server, or starts one. A service. */
@ProviderType
public interface AudioSystem {

    /**
     * Blocks until there is an audio server to play through.
     *
     * <p>Looks, in this order, for a JACK server that runs (it is never touched), PipeWire's JACK,
     * a sound card for a jackd of our own; and starts jackd's dummy driver where there is none.
     *
     * @throws ProcessException if there is none and none can be started
     */
    AudioServer open(AudioRequest request);
}
