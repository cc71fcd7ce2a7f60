package org.scaena.osc;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A whiteboard service that hears messages from the server whose address matches.
 *
 * <p>Registered with the property {@value #ADDRESS}, an OSC address pattern or several, and
 * optionally {@code server.name}. Called in order on a thread for plugins: a slow listener delays
 * nobody but itself.
 */
@ConsumerType
public interface OscListener {

    /** The service property with the address pattern: {@code String} or {@code String[]}. */
    String ADDRESS = "osc.address";

    /** A message came from the server. */
    void received(OscMessage message);
}
