package org.scaena.allocator.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.scaena.id.IdRange;
import org.scaena.id.IdsExhaustedException;

/**
 * Random steps, each compared with a naive model; wrapped around again and again.
 *
 * <p>Three hundred thousand, ten million in the profile {@code slow}.
 */
class NodeIdsModelTest {

    private static final String OWNER = "org.example.plugin";
    private static final int STEPS = Integer.getInteger("scaena.model.steps", 300_000);
    private static final int FIRST = 1000;
    private static final int COUNT = 3000;

    /** In two pieces, as the notebook's numbering has it. */
    private final CountedNodeIds ids =
            new CountedNodeIds(
                    List.of(new IdRange(FIRST, 1000), new IdRange(FIRST + 1000, COUNT - 1000)),
                    IdRange.of(2));

    @Test
    void staysTrueToTheModel() {
        Random random = new Random(11);
        BitSet living = new BitSet(COUNT);
        int next = 0;
        int count = 0;
        for (int step = 0; step < STEPS; step++) {
            // Waves between empty and, now and then, full.
            int chance = step / 10_000 % 2 == 0 ? 65 : 35;
            if (random.nextInt(100) >= chance) {
                int id = random.nextInt(COUNT);
                if (ids.free(FIRST + id) != living.get(id)) {
                    throw new AssertionError("step " + step + ": freed " + id);
                }
                count -= living.get(id) ? 1 : 0;
                living.clear(id);
            } else if (count == COUNT) {
                assertExhausted();
            } else {
                while (living.get(next)) {
                    next = (next + 1) % COUNT;
                }
                int id = ids.allocate(OWNER) - FIRST;
                if (id != next) {
                    throw new AssertionError("step " + step + ": lent " + id + ", not " + next);
                }
                living.set(id);
                count++;
                next = (next + 1) % COUNT;
            }
        }
        assertThat(ids.loans().stream().mapToInt(loan -> loan.range().first() - FIRST))
                .containsExactlyElementsOf(living.stream().boxed().toList());
    }

    private void assertExhausted() {
        try {
            throw new AssertionError("lent " + ids.allocate(OWNER));
        } catch (IdsExhaustedException full) {
            if (full.available() != 0) {
                throw new AssertionError("wrong figures", full);
            }
        }
    }

    @Test
    void givesNoIdToTwoOfEightThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        boolean[] taken = new boolean[COUNT];
        try {
            List<Future<Boolean>> runs = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                runs.add(threads.submit(borrower(new Random(thread), taken)));
            }
            for (Future<Boolean> run : runs) {
                assertThat(run.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(ids.loans()).isEmpty();
    }

    /** Writes to numbers without a lock of its own: two holders of one number would show. */
    private Callable<Boolean> borrower(Random random, boolean[] taken) {
        return () -> {
            boolean alone = true;
            int[] mine = new int[50];
            for (int round = 0; round < 4000; round++) {
                int count = 1 + random.nextInt(mine.length);
                for (int i = 0; i < count; i++) {
                    mine[i] = ids.allocate(OWNER);
                    alone &= !taken[mine[i] - FIRST];
                    taken[mine[i] - FIRST] = true;
                }
                for (int id : Arrays.copyOf(mine, count)) {
                    taken[id - FIRST] = false;
                    alone &= ids.free(id);
                }
            }
            return alone;
        };
    }
}
