package org.scaena.bench;

import java.util.Arrays;
import java.util.List;

/** What was measured, at least once; in one unit. */
public final class Samples {

    private final double[] sorted;

    private Samples(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("nothing was measured: there are no samples");
        }
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    /** Samples in any order. */
    public static Samples of(double... values) {
        return new Samples(values);
    }

    /** Samples in any order. */
    public static Samples of(List<Double> values) {
        return new Samples(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** How many there are. */
    public int count() {
        return sorted.length;
    }

    /** The least. */
    public double min() {
        return sorted[0];
    }

    /** The one in the middle, or the mean of the two that are. */
    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The greatest. */
    public double max() {
        return sorted[sorted.length - 1];
    }

    /** The least sample that is not exceeded by this share of them, 0…1: 0.99 for one in 100. */
    public double quantile(double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, Math.min(sorted.length, rank) - 1)];
    }

    /** All of them times a factor: into another unit. */
    public Samples times(double factor) {
        return new Samples(Arrays.stream(sorted).map(value -> value * factor).toArray());
    }

    /** All of them, ascending. */
    public double[] values() {
        return sorted.clone();
    }
}
