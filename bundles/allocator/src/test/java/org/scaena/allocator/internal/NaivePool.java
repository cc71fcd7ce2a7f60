package org.scaena.allocator.internal;

import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.scaena.id.IdNotOnLoanException.Reason;

/** First fit over a row of numbers, each of which knows the loan it belongs to. */
final class NaivePool {

    /** Who has numbers; every loan is one of its own. */
    record Loan(String owner) {}

    final @Nullable Loan[] holders;
    private final int first;

    NaivePool(int first, int count) {
        this.first = first;
        this.holders = new Loan[count];
    }

    /** The lowest number of the first run that is long enough, which is lent; −1 if none is. */
    int allocate(int count, String owner) {
        int run = 0;
        for (int at = 0; at < holders.length; at++) {
            run = holders[at] == null ? run + 1 : 0;
            if (run == count) {
                Arrays.fill(holders, at - count + 1, at + 1, new Loan(owner));
                return first + at - count + 1;
            }
        }
        return -1;
    }

    /** Takes numbers back; says why not if they are refused. */
    @Nullable Reason free(int from, int count, String owner) {
        if (from < first || from + count > first + holders.length) {
            return Reason.FOREIGN;
        }
        Loan loan = holders[from - first];
        for (int at = from - first; at < from - first + count; at++) {
            if (holders[at] == null) {
                return Reason.FREE;
            }
            if (holders[at] != loan) {
                return Reason.SEVERAL;
            }
        }
        if (loan != null && !loan.owner.equals(owner)) {
            return Reason.STALE;
        }
        // What is left on both sides are two loans from now on.
        Loan behind = new Loan(owner);
        for (int at = from - first + count; at < holders.length && holders[at] == loan; at++) {
            holders[at] = behind;
        }
        Arrays.fill(holders, from - first, from - first + count, null);
        return null;
    }

    void freeAllOf(String owner) {
        for (int at = 0; at < holders.length; at++) {
            Loan loan = holders[at];
            holders[at] = loan != null && loan.owner.equals(owner) ? null : loan;
        }
    }

    int available() {
        return (int) Arrays.stream(holders).filter(loan -> loan == null).count();
    }

    int longestRun() {
        int longest = 0;
        int run = 0;
        for (Loan loan : holders) {
            run = loan == null ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** A number inside or just outside. */
    int somewhere(Random random) {
        return first - 2 + random.nextInt(holders.length + 4);
    }
}
