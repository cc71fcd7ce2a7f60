package org.scaena.process;

import org.osgi.annotation.versioning.ProviderType;
import org.scaena.command.Reply;

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

    /**
     * How an audio server is now; blocks for as long as a frozen one is given, three seconds. A
     * server that does not answer while its audio server is frozen does not hang itself.
     */
    AudioState state(AudioServer server);

    /**
     * Completes when an audio server has gone, also one that we did not start. That one is looked
     * at once a second.
     */
    Reply<ProcessExit> gone(AudioServer server);
}
