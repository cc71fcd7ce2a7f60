package org.scaena.node;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;
import org.scaena.command.Reply;

/** A running synth. */
@ProviderType
public non-sealed interface Synth extends Node {

    /** The name of its definition; empty if that is not known. */
    String defName();

    @Override
    SynthSnapshot snapshot();

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

    /** Asks the server for the value of a control; 0 if there is no such control. */
    Reply<Float> get(String control);

    /** Asks the server for the value of the control of an index, from 0. */
    Reply<Float> get(int control);

    /**
     * Asks the server for the values of a control and those behind it.
     *
     * @param count how many, at least 1
     */
    Reply<float[]> getn(String control, int count);

    /** Asks the server for the values of the control of an index, from 0, and those behind it. */
    Reply<float[]> getn(int control, int count);
}
