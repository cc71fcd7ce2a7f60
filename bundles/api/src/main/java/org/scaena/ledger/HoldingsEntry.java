package org.scaena.ledger;

import java.util.List;

/**
 * What one login holds of a server.
 *
 * @param loans all ids on loan
 * @param buffers those with a key
 * @param buses those with a key
 * @param nodes those with a key, in the order in which they are to be made
 */
public record HoldingsEntry(
        List<LoanEntry> loans,
        List<BufferEntry> buffers,
        List<BusEntry> buses,
        List<NodeEntry> nodes) {

    /** Nothing. */
    public static final HoldingsEntry NONE =
            new HoldingsEntry(List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public HoldingsEntry {
        loans = List.copyOf(loans);
        buffers = List.copyOf(buffers);
        buses = List.copyOf(buses);
        nodes = List.copyOf(nodes);
    }
}
