package org.scaena.host.internal;

import java.util.Optional;
import org.scaena.server.ServerOptions;

/**
 * What the host must know of a server's configuration file.
 *
 * @param file the file, for the operator
 * @param name of the server
 * @param port its UDP port
 * @param autoBoot whether the host waits for it
 */
record ConfiguredServer(String file, String name, int port, boolean autoBoot) {

    /** Files of this factory configure servers. */
    static final String PID = "org.scaena.server";

    /** The server of a file, or empty if the file configures something else. */
    static Optional<ConfiguredServer> of(ConfigFile file) {
        if (!file.factory() || !file.pid().equals(PID)) {
            return Optional.empty();
        }
        int port = file.text("port").map(text -> Integer.parseInt(text.strip())).orElse(0);
        return Optional.of(
                new ConfiguredServer(
                        file.path(),
                        file.text("name").orElse("default"),
                        port == 0 ? ServerOptions.DEFAULT_PORT : port,
                        !file.text("autoBoot").orElse("true").strip().equalsIgnoreCase("false")));
    }
}
