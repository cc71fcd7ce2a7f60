package org.scaena.allocator.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreeRunsTest {

    private static final int STEPS = 100_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 127, 128, 129, 500})
    void agreesWithALinearSearch(int count) {
        Random random = new Random(count);
        FreeRuns runs = new FreeRuns(count);
        BitSet taken = new BitSet();
        for (int step = 0; step < STEPS; step++) {
            int first = random.nextInt(count);
            int length = 1 + random.nextInt(Math.min(count - first, 9));
            boolean free = random.nextBoolean();
            runs.mark(first, length, free);
            taken.set(first, first + length, !free);
            int asked = 1 + random.nextInt(12);
            assertThat(runs.first(asked)).isEqualTo(first(taken, count, asked));
        }
    }

    private static int first(BitSet taken, int count, int asked) {
        int from = taken.nextClearBit(0);
        while (from + asked <= count) {
            int end = taken.nextSetBit(from);
            if (end < 0 || end - from >= asked) {
                return from;
            }
            from = taken.nextClearBit(end);
        }
        return -1;
    }
}
