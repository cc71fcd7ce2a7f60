package org.scaena.ledger;

import java.util.List;
import java.util.Optional;
import org.scaena.osc.OscEndpoint;
import org.scaena.process.ProcessIdentity;

/**
 * A running server and our login on it.
 *
 * @param endpoint where it listens
 * @param process its process; empty if it was joined, not started
 * @param arguments its command line, to tell whether a changed configuration needs another one
 * @param localPort the UDP port we speak from: the server knows its clients by it
 * @param clientId as the server gave it
 * @param maxLogins as the server told it
 * @param bootHooks names of the hooks whose boot phase has run for this process
 */
public record RunEntry(
        OscEndpoint endpoint,
        Optional<ProcessIdentity> process,
        List<String> arguments,
        int localPort,
        int clientId,
        int maxLogins,
        List<String> bootHooks) {

    /** Copies the lists. */
    public RunEntry {
        arguments = List.copyOf(arguments);
        bootHooks = List.copyOf(bootHooks);
    }
}
