package org.scaena.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them: four digits that mean something. */
final class Figures {

    private static final MathContext FOUR = new MathContext(4);

    private Figures() {}

    static String text(double value) {
        if (!Double.isFinite(value)) {
            return "-";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return Long.toString((long) value);
        }
        BigDecimal rounded = new BigDecimal(value).round(FOUR);
        return Math.abs(value) >= 1e9 || Math.abs(value) < 1e-3
                ? String.format(Locale.ROOT, "%.3g", value)
                : rounded.toPlainString();
    }

    static String ratio(double value) {
        return String.format(Locale.ROOT, value < 99.5 ? "%.2f" : "%.0f", value);
    }
}
