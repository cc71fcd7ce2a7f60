package org.scaena.allocator.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.scaena.id.IdLoan;
import org.scaena.id.IdNotOnLoanException;
import org.scaena.id.IdRange;
import org.scaena.id.IdsExhaustedException;

class FirstFitPoolTest {

    private static final String OWNER = "org.example.plugin";

    private final FirstFitPool buffers = new FirstFitPool("buffer", new IdRange(128, 128));

    /** Cell 60 of the notebook. */
    @Test
    void givesTheNotebooksNumbers() {
        assertThat(buffers.allocate(5, OWNER)).hasToString("[128..132]");
        buffers.free(new IdRange(128, 2));
        assertThat(buffers.allocate(4, OWNER)).hasToString("[133..136]");
        assertThat(buffers.allocate(2, OWNER)).hasToString("[128..129]");
    }

    @Test
    void joinsWhatIsFreedInPieces() {
        buffers.allocate(128, OWNER);
        buffers.free(new IdRange(140, 4));
        buffers.free(new IdRange(148, 4));
        buffers.free(new IdRange(144, 4));
        assertThat(buffers.longestRun()).isEqualTo(12);
        assertThat(buffers.allocate(12, OWNER)).isEqualTo(new IdRange(140, 12));
    }

    @Test
    void namesTheFiguresWhenNoRunIsLongEnough() {
        buffers.allocate(128, OWNER);
        buffers.free(new IdRange(130, 3));
        buffers.free(new IdRange(140, 2));
        assertThatThrownBy(() -> buffers.allocate(4, OWNER))
                .isInstanceOf(IdsExhaustedException.class)
                .hasMessage("no 4 buffer ids in a row: 5 are free, at most 3 in a row");
        assertThat(buffers.available()).isEqualTo(5);
    }

    @Test
    void lendsNothingForAnEmptyOrNegativeWish() {
        assertThatThrownBy(() -> buffers.allocate(0, OWNER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> buffers.allocate(-1, OWNER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(buffers.loans()).isEmpty();
    }

    @Test
    void refusesWhatIsNotOnLoanAndThenTakesNothing() {
        buffers.allocate(4, OWNER);
        buffers.free(new IdRange(131, 1));
        assertRefused(new IdRange(131, 1), "131 is not on loan");
        assertRefused(new IdRange(130, 2), "131 is not on loan");
        assertRefused(new IdRange(127, 2), "this login owns [128..255]");
        buffers.allocate(1, OWNER);
        assertRefused(new IdRange(130, 2), "131 belongs to another loan, free each by itself");
        assertThat(buffers.available()).isEqualTo(124);
    }

    private void assertRefused(IdRange range, String why) {
        assertThatThrownBy(() -> buffers.free(range))
                .isInstanceOf(IdNotOnLoanException.class)
                .hasMessage("buffer ids %s can't be freed: %s", range, why);
    }

    @Test
    void remembersWhoHoldsWhatIsLeftOfALoan() {
        buffers.allocate(5, OWNER);
        buffers.allocate(1, "org.example.other");
        buffers.free(new IdRange(130, 1));
        assertThat(buffers.loans())
                .containsExactly(
                        new IdLoan(new IdRange(128, 2), OWNER),
                        new IdLoan(new IdRange(131, 2), OWNER),
                        new IdLoan(IdRange.of(133), "org.example.other"));
        buffers.freeAllOf(OWNER);
        assertThat(buffers.loans()).hasSize(1);
        assertThat(buffers.available()).isEqualTo(127);
    }

    @Test
    void isRebuiltFromItsLoans() {
        buffers.allocate(3, OWNER);
        buffers.allocate(2, "org.example.other");
        buffers.free(IdRange.of(129));
        FirstFitPool rebuilt = new FirstFitPool("buffer", buffers.bounds());
        buffers.loans().forEach(rebuilt::restore);
        assertThat(rebuilt.loans()).isEqualTo(buffers.loans());
        assertThat(rebuilt.allocate(1, OWNER)).isEqualTo(IdRange.of(129));
        assertThat(rebuilt.restore(new IdLoan(new IdRange(130, 9), OWNER))).isFalse();
        assertThat(rebuilt.restore(new IdLoan(new IdRange(250, 9), OWNER))).isFalse();
        assertThat(rebuilt.restore(new IdLoan(new IdRange(250, 0), OWNER))).isFalse();
        assertThat(rebuilt.available()).isEqualTo(buffers.available() - 1);
    }

    @Test
    void ofNoNumbersHasNone() {
        FirstFitPool none = new FirstFitPool("buffer", new IdRange(0, 0));
        assertThatThrownBy(() -> none.allocate(1, OWNER)).isInstanceOf(IdsExhaustedException.class);
    }

    @Test
    void refusesWhatAnotherHoldsAndNamesBoth() {
        IdRange past = buffers.allocate(2, OWNER);
        buffers.free(past, OWNER);
        buffers.allocate(4, "org.example.other");
        assertThatThrownBy(() -> buffers.free(past, OWNER))
                .isInstanceOf(IdNotOnLoanException.class)
                .hasMessage(
                        "buffer ids [128..129] can't be freed: org.example.plugin gave them back,"
                                + " org.example.other holds them");
        assertThat(buffers.available()).isEqualTo(124);
        buffers.free(past, "org.example.other");
        assertThat(buffers.available()).isEqualTo(126);
    }

    @Test
    void givesNoNumberToTwoOfEightThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> runs = new ArrayList<>();
            boolean[] taken = new boolean[256];
            for (int thread = 0; thread < 8; thread++) {
                Random random = new Random(thread);
                runs.add(threads.submit(borrower(random, taken)));
            }
            for (Future<Boolean> run : runs) {
                assertThat(run.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(buffers.available()).isEqualTo(128);
    }

    /** Writes to numbers without a lock of its own: two holders of one number would show. */
    private Callable<Boolean> borrower(Random random, boolean[] taken) {
        return () -> {
            boolean alone = true;
            for (int step = 0; step < 20_000; step++) {
                IdRange range = buffers.allocate(1 + random.nextInt(4), OWNER);
                for (int id = range.first(); id <= range.last(); id++) {
                    alone &= !taken[id];
                    taken[id] = true;
                }
                for (int id = range.first(); id <= range.last(); id++) {
                    taken[id] = false;
                }
                buffers.free(range);
            }
            return alone;
        };
    }
}
