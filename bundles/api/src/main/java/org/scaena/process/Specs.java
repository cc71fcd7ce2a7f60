package org.scaena.process;

/** Checks that the typed specifications share. */
final class Specs {

    private Specs() {}

    static void checkPort(int port) {
        checkRange("port", port, 1, 65_535);
    }

    static void checkRange(String what, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "%s must be from %d to %d, not %d".formatted(what, min, max, value));
        }
    }
}
