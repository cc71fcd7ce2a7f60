package org.scaena.bench.osc;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux says of a UDP socket. */
final class Kernel {

    private static final int DROPS_COLUMN = 12;

    private Kernel() {}

    /** How many datagrams to this port were dropped because its receive buffer was full. */
    static long drops(InetSocketAddress socket) throws IOException {
        String port = ":%04X ".formatted(socket.getPort());
        return Files.readAllLines(Path.of("/proc/net/udp")).stream()
                .map(String::strip)
                .filter(line -> line.split("\\s+")[1].concat(" ").endsWith(port))
                .mapToLong(line -> Long.parseLong(line.split("\\s+")[DROPS_COLUMN]))
                .sum();
    }
}
