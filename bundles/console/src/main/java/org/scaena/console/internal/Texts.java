package org.scaena.console.internal;

import java.util.Locale;

/** How values are shown. */
final class Texts {

    private Texts() {}

    /** A constant as words. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String percent(float value) {
        return String.format(Locale.ROOT, "%.2f %%", value);
    }

    static String hertz(double value) {
        return String.format(Locale.ROOT, "%.2f Hz", value);
    }

    static String decibels(double value) {
        return String.format(Locale.ROOT, "%.1f dB", value);
    }
}
