package org.scaena.console.internal;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** How values are shown. */
final class Texts {

    private static final String UNKNOWN = "?";

    private Texts() {}

    /** A constant as words. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A number, if it is known. */
    static String number(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : UNKNOWN;
    }

    /** How much there is of what was asked for. */
    static String of(OptionalInt given, int asked) {
        return (given.isPresent() ? given.getAsInt() : UNKNOWN) + " of " + asked;
    }

    static String percent(float value) {
        return String.format(Locale.ROOT, "%.2f %%", value);
    }

    static String hertz(double value) {
        return String.format(Locale.ROOT, "%.2f Hz", value);
    }

    static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
    }

    static String decibels(double value) {
        return String.format(Locale.ROOT, "%.1f dB", value);
    }
}
