package org.scaena.node;

import java.math.BigDecimal;
import java.math.MathContext;

/** Prints a float32 as C's {@code %.14g} does. */
final class FloatText {

    private static final int DIGITS = 14;
    private static final int LOWEST_PLAIN_EXPONENT = -4;
    private static final MathContext ROUNDED = new MathContext(DIGITS);

    private FloatText() {}

    static String of(float value) {
        if (Float.isNaN(value)) {
            return Float.floatToRawIntBits(value) < 0 ? "-nan" : "nan";
        }
        if (Float.isInfinite(value)) {
            return value < 0 ? "-inf" : "inf";
        }
        if (value == 0) {
            return Float.floatToRawIntBits(value) < 0 ? "-0" : "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(ROUNDED).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return exponent < LOWEST_PLAIN_EXPONENT || exponent >= DIGITS
                ? mantissa(rounded) + exponent(exponent)
                : rounded.toPlainString();
    }

    private static String mantissa(BigDecimal number) {
        return new BigDecimal(number.unscaledValue(), number.precision() - 1).toPlainString();
    }

    private static String exponent(int exponent) {
        return "e%c%02d".formatted(exponent < 0 ? '-' : '+', Math.abs(exponent));
    }
}
