package org.scaena.allocator.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scaena.id.IdLoan;
import org.scaena.id.IdNotOnLoanException;
import org.scaena.id.IdNotOnLoanException.Reason;
import org.scaena.id.IdRange;
import org.scaena.id.IdsExhaustedException;

/**
 * Random steps, each compared with a naive model.
 *
 * <p>Three hundred thousand, ten million in the profile {@code slow}.
 */
class PoolModelTest {

    private static final List<String> OWNERS = List.of("org.example.a", "org.example.b", "scaena");
    private static final int STEPS = Integer.getInteger("scaena.model.steps", 300_000);
    private static final int CHECK_EVERY = 5_000;

    private Random random = new Random();
    private FirstFitPool pool = new FirstFitPool("buffer", new IdRange(0, 0));
    private NaivePool model = new NaivePool(0, 0);

    /** What was lent and not freed by the one who got it, as far as that is remembered. */
    private final List<IdLoan> held = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"0, 1, 0.01", "4, 63, 0.3", "128, 128, 0.6", "7, 1021, 0.09"})
    void staysTrueToTheModel(int first, int count, double share) {
        random = new Random(count);
        pool = new FirstFitPool("buffer", new IdRange(first, count));
        model = new NaivePool(first, count);
        for (int step = 0; step < STEPS * share; step++) {
            int choice = random.nextInt(1000);
            // Waves between empty and, now and then, full.
            if (choice < (step / count % 2 == 0 ? 500 : 350)) {
                allocate();
            } else if (choice < 995) {
                freeSomeOfALoan();
            } else if (choice < 999) {
                freeAnything();
            } else {
                freeAllOf(OWNERS.get(random.nextInt(OWNERS.size())));
            }
            if (step % CHECK_EVERY == 0) {
                compare();
                rebuild();
            }
        }
        compare();
    }

    private void allocate() {
        int count = 1 + random.nextInt(random.nextInt(10) == 0 ? 40 : 6);
        String owner = OWNERS.get(random.nextInt(OWNERS.size()));
        int expected = model.allocate(count, owner);
        if (expected < 0) {
            assertExhausted(count, owner);
            return;
        }
        IdRange range = pool.allocate(count, owner);
        if (range.first() != expected || range.count() != count) {
            throw new AssertionError("lent " + range + ", not " + count + " from " + expected);
        }
        held.add(new IdLoan(range, owner));
    }

    private void assertExhausted(int count, String owner) {
        try {
            throw new AssertionError("lent " + pool.allocate(count, owner));
        } catch (IdsExhaustedException full) {
            if (full.asked() != count
                    || full.available() != model.available()
                    || full.longestRun() != model.longestRun()) {
                throw new AssertionError("wrong figures", full);
            }
        }
    }

    private void freeSomeOfALoan() {
        if (held.isEmpty()) {
            return;
        }
        int index = random.nextInt(held.size());
        IdLoan loan = held.set(index, held.get(held.size() - 1));
        held.remove(held.size() - 1);
        boolean isWhole = random.nextInt(3) > 0;
        int before = isWhole ? 0 : random.nextInt(loan.range().count());
        int left = loan.range().count() - before;
        int count = isWhole ? left : 1 + random.nextInt(left);
        int from = loan.range().first() + before;
        free(from, count, loan.owner());
        keep(loan.range().first(), before, loan.owner());
        keep(from + count, loan.range().last() - from - count + 1, loan.owner());
    }

    private void keep(int first, int count, String owner) {
        if (count > 0) {
            held.add(new IdLoan(new IdRange(first, count), owner));
        }
    }

    private void freeAnything() {
        int from = Math.max(0, model.somewhere(random));
        free(from, 1 + random.nextInt(5), OWNERS.get(random.nextInt(OWNERS.size())));
    }

    private void free(int from, int count, String owner) {
        IdRange range = new IdRange(from, count);
        Reason expected = model.free(from, count, owner);
        Reason reason = null;
        try {
            pool.free(range, owner);
        } catch (IdNotOnLoanException refused) {
            reason = refused.reason();
        }
        if (!Objects.equals(reason, expected)) {
            throw new AssertionError(range + ": " + reason + ", not " + expected);
        }
    }

    private void freeAllOf(String owner) {
        model.freeAllOf(owner);
        pool.freeAllOf(owner);
        held.removeIf(loan -> loan.owner().equals(owner));
    }

    private void compare() {
        assertThat(pool.available()).isEqualTo(model.available());
        assertThat(pool.longestRun()).isEqualTo(model.longestRun());
        List<String> expected = new ArrayList<>();
        for (NaivePool.Loan loan : model.holders) {
            expected.add(loan == null ? "" : loan.owner());
        }
        List<String> actual = new ArrayList<>(expected);
        actual.replaceAll(owner -> "");
        for (IdLoan loan : pool.loans()) {
            loan.range().ids().forEach(id -> actual.set(id - pool.bounds().first(), loan.owner()));
        }
        assertThat(actual).isEqualTo(expected);
    }

    /** Goes on with a pool that was made from what the other one held. */
    private void rebuild() {
        FirstFitPool successor = new FirstFitPool("buffer", pool.bounds());
        assertThat(pool.loans()).allMatch(successor::restore);
        assertThat(pool.loans()).noneMatch(successor::restore);
        pool = successor;
    }
}
