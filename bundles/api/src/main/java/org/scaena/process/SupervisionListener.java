package org.scaena.process;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears what happens to something that is supervised. */
@FunctionalInterface
@ConsumerType
public interface SupervisionListener {

    /** One event, in order, on the supervisor's thread; must return soon. */
    void event(SupervisionEvent event);
}
