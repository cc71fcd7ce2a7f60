package org.scaena.node;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;
import org.scaena.command.Reply;

/** A running synth. */
@ProviderType
public non-sealed interface Synth extends Node {

    /** The name of its definition. */
    String defName();

    /** Completes when the server has made it; fails with the server's words if it does not. */
    Reply<Synth> started();

    /** Sets its gate to 0, so that its envelope ends it. */
    void release();

    /**
     * Sets its gate so that its envelope takes this long.
     *
     * @param time zero releases at once
     */
    void release(Duration time);

    /** Asks the server for the value of a control. */
    Reply<Float> get(String control);
}
