package org.scaena.itests.continuity;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.concurrent.ThreadLocalRandom;

/**
 * UDP ports for servers of tests, below those that the system hands out: so that none is taken by
 * somebody's socket while its server is being restarted.
 */
public final class FreePort {

    private static final int FIRST = 20_000;
    private static final int BEYOND = 32_000;

    private FreePort() {}

    /** One that is free now. */
    public static int find() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, BEYOND);
            try (DatagramSocket probe =
                    new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (BindException taken) {
                // another one, then
            }
        }
    }
}
