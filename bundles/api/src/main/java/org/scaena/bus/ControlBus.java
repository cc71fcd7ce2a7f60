package org.scaena.bus;

import org.osgi.annotation.versioning.ProviderType;
import org.scaena.command.Reply;

/**
 * Neighbouring control buses; their values are 0 when they are taken.
 *
 * <p>Setting does not wait: values are sent in the order of the calls, any number of them in
 * slices. Channels count from 0; one that the bus does not have throws {@link
 * IndexOutOfBoundsException}, and a bus that was given back throws {@link IllegalStateException}.
 */
@ProviderType
public non-sealed interface ControlBus extends Bus {

    /** Sets the channels from the first one on. */
    default void set(float... values) {
        setAt(0, values);
    }

    /** Sets the channels from another one on. */
    void setAt(int channel, float... values);

    /** Sets all channels to one value. */
    void fill(float value);

    /** Asks for the value of the first channel. */
    Reply<Float> get();

    /** Asks for the values of all channels. */
    default Reply<float[]> getn() {
        return getn(0, numChannels());
    }

    /** Asks for the values of some channels. */
    Reply<float[]> getn(int channel, int count);
}
