package org.scaena.process;

/**
 * A port of this machine. UDP and TCP have ports of their own: who has one of a number may not have
 * the other.
 *
 * @param protocol whose port
 * @param number 1 to 65535
 */
public record Port(Protocol protocol, int number) {

    /** What has ports. */
    public enum Protocol {
        UDP,
        TCP
    }

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if there is no such port
     */
    public Port {
        Specs.checkPort(number);
    }

    /** A port as scsynth has it with {@code -u}. */
    public static Port udp(int number) {
        return new Port(Protocol.UDP, number);
    }

    /** A port as scsynth has it with {@code -t}. */
    public static Port tcp(int number) {
        return new Port(Protocol.TCP, number);
    }

    /** For people, for example {@code UDP port 57110}. */
    @Override
    public String toString() {
        return protocol + " port " + number;
    }
}
