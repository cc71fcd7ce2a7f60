package org.scaena.process.internal;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A program that has a port and keeps it. */
final class PortDouble {

    private PortDouble() {}

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        try (DatagramSocket socket = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
            String line = "holds %d%n".formatted(socket.getLocalPort());
            System.err.write(line.getBytes(StandardCharsets.US_ASCII));
            System.err.flush();
            long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
            while (System.nanoTime() - end < 0) {
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            }
        }
    }

    /** A command that holds a UDP port on loopback, and says so once it does. */
    static String holding(int port) {
        return "%s -XX:TieredStopAtLevel=1 -Xshare:auto -cp '%s' %s %d"
                .formatted(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("java.class.path"),
                        PortDouble.class.getName(),
                        port);
    }
}
