package org.scaena.osc;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A whiteboard service that hears messages from the server whose address matches.
 *
 * <p>Registered with the property {@value #ADDRESS}, an OSC address pattern or several, and
 * optionally {@code server.name}. Called on the server's event thread, in order; a slow listener is
 * given up on after its deadline, never waited for.
 */
@ConsumerType
public interface OscListener {

    /** The service property with the address pattern: {@code String} or {@code String[]}. */
    String ADDRESS = "osc.address";

    /** A message came from the server. */
    void received(OscMessage message);
}
