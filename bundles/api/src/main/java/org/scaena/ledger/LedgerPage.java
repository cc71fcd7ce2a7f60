package org.scaena.ledger;

import java.util.List;
import java.util.Optional;

/**
 * What a host believes and wants of a server at one moment.
 *
 * @param run the running server; empty if none runs
 * @param loans all ids on loan
 * @param logins of clients that were plugged in
 * @param definitions the SynthDefs that the server has from us
 * @param quarantined the SynthDefs that have killed a server and are not sent again
 * @param buffers those with a key
 * @param buses those with a key
 * @param nodes those with a key, in the order in which they are to be made
 * @param volume the main volume
 */
public record LedgerPage(
        Optional<RunEntry> run,
        List<LoanEntry> loans,
        List<LoginEntry> logins,
        List<DefinitionEntry> definitions,
        List<DefinitionEntry> quarantined,
        List<BufferEntry> buffers,
        List<BusEntry> buses,
        List<NodeEntry> nodes,
        VolumeEntry volume) {

    /** Nothing runs and nothing is wanted. */
    public static final LedgerPage EMPTY =
            new LedgerPage(
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    VolumeEntry.NEUTRAL);

    /** Copies the lists. */
    public LedgerPage {
        loans = List.copyOf(loans);
        logins = List.copyOf(logins);
        definitions = List.copyOf(definitions);
        quarantined = List.copyOf(quarantined);
        buffers = List.copyOf(buffers);
        buses = List.copyOf(buses);
        nodes = List.copyOf(nodes);
    }

    /** What the host's own login holds. */
    public HoldingsEntry holdings() {
        return new HoldingsEntry(loans, buffers, buses, nodes);
    }
}
