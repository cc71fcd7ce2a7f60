package org.scaena.host.internal;

/** What the process ends with; {@code bin/scaena} passes it on and adds codes of its own. */
enum ExitCode {
    /** A fault of ours, or a bundle that did not start. */
    INTERNAL(1),
    /** scsynth or jackd is not installed. */
    MISSING_PROGRAM(3),
    /** A file in {@code conf} is wrong. */
    CONFIGURATION(4),
    /** No server could be booted. */
    BOOT(5),
    /** The state directory cannot be written. */
    DIRECTORY(6);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
