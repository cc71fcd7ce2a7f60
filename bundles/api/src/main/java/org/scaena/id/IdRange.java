package org.scaena.id;

import java.util.stream.IntStream;

/**
 * Neighbouring numbers.
 *
 * @param first the lowest
 * @param count how many; 0 is an empty range
 */
public record IdRange(int first, int count) {

    /** Checks that the numbers are within int. */
    public IdRange {
        if (first < 0 || count < 0 || (long) first + count > 1L << 31) {
            throw new IllegalArgumentException(
                    "no range of %d numbers from %d".formatted(count, first));
        }
    }

    /** The range of one number. */
    public static IdRange of(int id) {
        return new IdRange(id, 1);
    }

    /** The highest number; {@code first − 1} if the range is empty. */
    public int last() {
        return first + count - 1;
    }

    /** Whether a number lies within. */
    public boolean contains(int id) {
        return id >= first && id - first < count;
    }

    /** Whether another range lies within. */
    public boolean contains(IdRange other) {
        return other.first >= first && (long) other.first + other.count <= (long) first + count;
    }

    /** The numbers from the lowest to the highest. */
    public IntStream ids() {
        return IntStream.range(0, count).map(offset -> first + offset);
    }

    @Override
    public String toString() {
        return switch (count) {
            case 0 -> "[]";
            case 1 -> "[" + first + "]";
            default -> "[" + first + ".." + last() + "]";
        };
    }
}
