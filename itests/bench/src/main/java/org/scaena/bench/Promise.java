package org.scaena.bench;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What a figure was promised to be.
 *
 * @param figure which one of a line
 * @param bound on which side of the limit it must be
 * @param limit in the unit of the line; for a ratio without one
 */
public record Promise(Figure figure, Bound bound, double limit) {

    /** Shown of one that was computed. */
    private static final MathContext DIGITS = new MathContext(4);

    /** Which figure of a line. */
    public enum Figure {
        MEDIAN,
        MAX,
        RATIO
    }

    /** Which side of the limit is kept to. */
    public enum Bound {
        AT_MOST("<="),
        AT_LEAST(">=");

        private final String sign;

        Bound(String sign) {
            this.sign = sign;
        }
    }

    /** The median is this or less. */
    public static Promise atMost(double limit) {
        return new Promise(Figure.MEDIAN, Bound.AT_MOST, limit);
    }

    /** The median is this or more. */
    public static Promise atLeast(double limit) {
        return new Promise(Figure.MEDIAN, Bound.AT_LEAST, limit);
    }

    /** No sample is greater. */
    public static Promise neverAbove(double limit) {
        return new Promise(Figure.MAX, Bound.AT_MOST, limit);
    }

    /** The ratio to the other line is this or less. */
    public static Promise ratioAtMost(double limit) {
        return new Promise(Figure.RATIO, Bound.AT_MOST, limit);
    }

    /** The ratio to the other line is this or more. */
    public static Promise ratioAtLeast(double limit) {
        return new Promise(Figure.RATIO, Bound.AT_LEAST, limit);
    }

    /** Whether a figure keeps it. */
    boolean isKeptBy(double value) {
        return bound == Bound.AT_MOST ? value <= limit : value >= limit;
    }

    /** For example {@code median <= 2}. */
    @Override
    public String toString() {
        String asWritten =
                limit == Math.rint(limit)
                        ? Figures.text(limit)
                        : new BigDecimal(limit).round(DIGITS).stripTrailingZeros().toPlainString();
        return "%s %s %s".formatted(figure.name().toLowerCase(), bound.sign, asWritten);
    }
}
