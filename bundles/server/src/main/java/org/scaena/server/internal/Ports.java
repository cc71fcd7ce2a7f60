package org.scaena.server.internal;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.scaena.command.ServerException;
import org.scaena.osc.OscEndpoint;

/** Looks at the UDP ports of this machine. */
final class Ports {

    private Ports() {}

    /** One that nobody has at this moment. */
    static int free() {
        try (DatagramSocket probe =
                new DatagramSocket(0, InetAddress.getByName(OscEndpoint.LOOPBACK))) {
            return probe.getLocalPort();
        } catch (IOException none) {
            throw new ServerException("no UDP port is free: " + none, none);
        }
    }

    /**
     * Whether somebody has this port.
     *
     * <p>scsynth itself looks only after it has connected to JACK, which the server that plays
     * already can hear.
     */
    static boolean isTaken(int port) {
        try (DatagramSocket probe = new DatagramSocket(null)) {
            probe.bind(new InetSocketAddress(InetAddress.getByName(OscEndpoint.LOOPBACK), port));
            return false;
        } catch (IOException taken) {
            return true;
        }
    }
}
