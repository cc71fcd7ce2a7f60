package org.scaena.bus;

import org.scaena.id.IdRange;
import org.scaena.node.ControlValue;
import org.scaena.node.Node;

/** Neighbouring buses of one rate, taken together. Safe for use by several threads. */
public sealed interface Bus permits AudioBus, ControlBus {

    /** The numbers of its channels. */
    IdRange ids();

    /** The number of its first channel, as {@code In} and {@code Out} take it. */
    default int index() {
        return ids().first();
    }

    /** How many channels it has. */
    default int numChannels() {
        return ids().count();
    }

    /**
     * The value of a control that reads its first channel, for {@code /s_new} and {@code /n_set}.
     */
    ControlValue mapping();

    /**
     * Lets a control, and the controls behind it, read the channels of this bus; setting the
     * control ends that.
     *
     * @param node a synth, or a group with all synths in it
     */
    void map(Node node, String control);

    /** Whether it was given back. */
    boolean isFreed();

    /** Gives its numbers back; nothing happens on the server. Harmless if it was given back. */
    void free();
}
