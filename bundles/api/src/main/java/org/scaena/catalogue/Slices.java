package org.scaena.catalogue;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cuts a range into pieces that fit in a datagram each. */
final class Slices {

    /**
     * A piece.
     *
     * @param first its first index
     * @param count how many, at least 1
     */
    record Slice(int first, int count) {

        /** The piece of an array whose first value has the index {@code start}. */
        float[] cut(float[] values, int start) {
            return Arrays.copyOfRange(values, first - start, first - start + count);
        }
    }

    private Slices() {}

    static Stream<Slice> of(int first, int count, int most) {
        if (first < 0 || count < 0 || count > Integer.MAX_VALUE - first) {
            throw new IllegalArgumentException(
                    "a range must be 0…2147483647 long and begin at 0 or above, not %d at %d"
                            .formatted(count, first));
        }
        return IntStream.range(0, (int) ((count + (long) most - 1) / most))
                .mapToObj(i -> new Slice(first + i * most, Math.min(most, count - i * most)));
    }
}
