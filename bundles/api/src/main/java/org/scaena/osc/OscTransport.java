package org.scaena.osc;

import org.osgi.annotation.versioning.ProviderType;

/** Opens links to OSC peers. A service. */
@ProviderType
public interface OscTransport {

    /**
     * Opens a link with a socket of its own.
     *
     * <p>For UDP nothing is sent: success says nothing about the peer. May block while a host name
     * is looked up or a TCP connection is made.
     *
     * @param name what the link's threads and log lines are called, for example a server's name
     * @param remote the peer
     * @param localPort the port to bind, or 0 for any free one
     * @param receiver gets what the peer sends, on the link's reader thread
     * @throws OscLinkException if the socket cannot be bound or connected
     */
    OscLink open(String name, OscEndpoint remote, int localPort, OscReceiver receiver);

    /**
     * Opens a link that spares its peer: see {@link OscPacing}. Otherwise as {@link #open(String,
     * OscEndpoint, int, OscReceiver)}, whose links send each packet as soon as the socket takes it.
     *
     * @param pacing what this kind of peer can take
     */
    OscLink open(
            String name, OscEndpoint remote, int localPort, OscReceiver receiver, OscPacing pacing);

    /** The codec that its links use at this moment. */
    OscCodec codec();
}
