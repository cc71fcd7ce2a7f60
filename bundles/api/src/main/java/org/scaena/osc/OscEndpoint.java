package org.scaena.osc;

/**
 * Where a peer listens.
 *
 * @param protocol how packets are carried
 * @param host a numeric address or a host name; never empty
 * @param port 1…65535
 */
public record OscEndpoint(Protocol protocol, String host, int port) {

    /** How packets are carried. */
    public enum Protocol {
        /** One packet per datagram, at most 65,507 bytes. */
        UDP,
        /** A lasting connection; each packet behind its length as a big-endian int32. */
        TCP
    }

    /** The address of this machine that never depends on a name server. */
    public static final String LOOPBACK = "127.0.0.1";

    /** Checks host and port. */
    public OscEndpoint {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host must not be empty");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port must be 1…65535, not " + port);
        }
    }

    /** A UDP port of this machine. */
    public static OscEndpoint local(int port) {
        return new OscEndpoint(Protocol.UDP, LOOPBACK, port);
    }

    @Override
    public String toString() {
        return host + ":" + port + (protocol == Protocol.TCP ? " (TCP)" : "");
    }
}
