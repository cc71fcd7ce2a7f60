package org.scaena.bus;

import org.osgi.annotation.versioning.ProviderType;

/** Neighbouring audio buses. */
@ProviderType
public non-sealed interface AudioBus extends Bus {

    /**
     * Whether these are the server's outputs or inputs; they belong to nobody and are not freed.
     */
    boolean isHardware();
}
