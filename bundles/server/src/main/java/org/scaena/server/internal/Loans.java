package org.scaena.server.internal;

import java.util.ArrayList;
import java.util.List;
import org.scaena.id.IdHoldings;
import org.scaena.id.IdLayout;
import org.scaena.id.IdLoan;
import org.scaena.id.IdRange;
import org.scaena.ledger.LoanEntry;

/** Ids on loan, as a ledger keeps them. */
final class Loans {

    static final String NODE = "node";
    static final String BUFFER = "buffer";
    static final String AUDIO_BUS = "audio bus";
    static final String CONTROL_BUS = "control bus";

    private Loans() {}

    /** The entries of one kind; neighbouring nodes of one owner are one entry. */
    static List<LoanEntry> entries(String kind, List<IdLoan> loans) {
        List<LoanEntry> entries = new ArrayList<>();
        for (IdLoan loan : loans) {
            int last = entries.size() - 1;
            if (kind.equals(NODE) && last >= 0 && isNext(entries.get(last), loan)) {
                IdRange before = entries.get(last).range();
                IdRange both = new IdRange(before.first(), before.count() + loan.range().count());
                entries.set(last, new LoanEntry(kind, both, loan.owner()));
            } else {
                entries.add(new LoanEntry(kind, loan.range(), loan.owner()));
            }
        }
        return entries;
    }

    private static boolean isNext(LoanEntry before, IdLoan loan) {
        return before.owner().equals(loan.owner())
                && before.range().last() + 1 == loan.range().first();
    }

    /** The loans of one kind. */
    static List<IdLoan> of(String kind, List<LoanEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.kind().equals(kind))
                .map(entry -> new IdLoan(entry.range(), entry.owner()))
                .toList();
    }

    /** All loans but those of nodes, of which the server's tree tells which live. */
    static IdHoldings holdings(IdLayout layout, int nextNode, List<LoanEntry> entries) {
        return new IdHoldings(
                layout,
                nextNode,
                List.of(),
                of(BUFFER, entries),
                of(AUDIO_BUS, entries),
                of(CONTROL_BUS, entries));
    }
}
