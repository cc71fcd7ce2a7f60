package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scaena.id.IdLoan;
import org.scaena.id.IdRange;
import org.scaena.ledger.LoanEntry;

/** Loans in a ledger and back. */
class LoansTest {

    @Test
    void tenThousandNodesOfOneOwnerAreOneEntry() {
        List<IdLoan> nodes =
                new IdRange(1000, 10_000)
                        .ids()
                        .mapToObj(id -> new IdLoan(IdRange.of(id), "rain"))
                        .toList();

        assertThat(Loans.entries(Loans.NODE, nodes))
                .containsExactly(new LoanEntry(Loans.NODE, new IdRange(1000, 10_000), "rain"));
    }

    @Test
    void othersAndGapsDivideThem() {
        List<IdLoan> nodes =
                List.of(
                        new IdLoan(IdRange.of(1000), "rain"),
                        new IdLoan(IdRange.of(1001), "wind"),
                        new IdLoan(IdRange.of(1003), "wind"));

        assertThat(Loans.entries(Loans.NODE, nodes)).hasSize(3);
    }

    /** A bus is given back as it was taken. */
    @Test
    void neighbouringBusesStayApart() {
        List<IdLoan> buses =
                List.of(
                        new IdLoan(new IdRange(4, 2), "rain"),
                        new IdLoan(new IdRange(6, 2), "rain"));

        List<LoanEntry> entries = Loans.entries(Loans.AUDIO_BUS, buses);

        assertThat(Loans.of(Loans.AUDIO_BUS, entries)).isEqualTo(buses);
        assertThat(Loans.of(Loans.CONTROL_BUS, entries)).isEmpty();
    }
}
