package org.scaena.osc;

import java.net.InetSocketAddress;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One socket to one peer: what is sent leaves in the order of the calls.
 *
 * <p>Safe for use by several threads.
 */
@ProviderType
public interface OscLink extends AutoCloseable {

    /** The peer. */
    OscEndpoint remote();

    /** The address this end is bound to. */
    InetSocketAddress local();

    /**
     * Sends a packet at once if nothing else waits, else hands it to the writer thread.
     *
     * <p>Blocks only while the bounded queue is full (back-pressure), at most five seconds.
     *
     * @throws OscLinkException if the link is closed, the packet exceeds a limit of the protocol or
     *     of the {@link OscPacing}, or the queue stays full
     */
    void send(OscPacket packet);

    /** Counters since the link was opened. */
    OscLinkStatistics statistics();

    /** The last packets in both directions, oldest first. */
    List<OscTrace> trace();

    /**
     * As {@link #close}, but bundles that wait for their time are left to another link to this
     * peer.
     */
    OscBacklog handOver();

    /**
     * Goes on with what another link to this peer has left.
     *
     * <p>Called before anything is sent.
     */
    void takeOver(OscBacklog backlog);

    /**
     * Sends what is queued, then closes the socket and ends both threads. Repeating is harmless.
     *
     * <p>Bundles for later go to the peer at once, as far as it can keep them.
     */
    @Override
    void close();
}
