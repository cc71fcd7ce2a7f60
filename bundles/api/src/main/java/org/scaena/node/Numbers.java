package org.scaena.node;

import java.util.stream.DoubleStream;

/** Rows of numbers. */
final class Numbers {

    private Numbers() {}

    static double[] row(double first, double second, double... more) {
        return DoubleStream.concat(DoubleStream.of(first, second), DoubleStream.of(more)).toArray();
    }

    static double[] same(int count, double value) {
        if (count < 1) {
            throw new IllegalArgumentException("at least one control is filled, not " + count);
        }
        return DoubleStream.generate(() -> value).limit(count).toArray();
    }
}
