package org.scaena.osc.internal;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.UnknownHostException;
import java.nio.channels.DatagramChannel;
import org.scaena.osc.OscEndpoint;

/** Which addresses the two ends of a link have. */
final class Addresses {

    private Addresses() {}

    /** The peer's address; IPv4 where a name has both. */
    static InetSocketAddress remoteEnd(OscEndpoint remote) throws UnknownHostException {
        InetAddress[] candidates = InetAddress.getAllByName(remote.host());
        for (InetAddress candidate : candidates) {
            if (candidate instanceof Inet4Address) {
                return new InetSocketAddress(candidate, remote.port());
            }
        }
        return new InetSocketAddress(candidates[0], remote.port());
    }

    static ProtocolFamily family(InetSocketAddress address) {
        return address.getAddress() instanceof Inet6Address
                ? StandardProtocolFamily.INET6
                : StandardProtocolFamily.INET;
    }

    /** The one local address from which the peer is reached; a wildcard would admit strangers. */
    static InetSocketAddress localEnd(InetSocketAddress remote, int port) throws IOException {
        if (remote.getAddress().isLoopbackAddress()) {
            boolean six = remote.getAddress() instanceof Inet6Address;
            return new InetSocketAddress(six ? "::1" : OscEndpoint.LOOPBACK, port);
        }
        // Connecting a datagram socket sends nothing, but lets the system choose the interface.
        try (DatagramChannel probe = DatagramChannel.open(family(remote))) {
            InetSocketAddress chosen = (InetSocketAddress) probe.connect(remote).getLocalAddress();
            return new InetSocketAddress(chosen.getAddress(), port);
        }
    }
}
