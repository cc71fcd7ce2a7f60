package org.scaena.id;

import java.util.List;

/**
 * All that is on loan of one login at one moment, as it is kept in a ledger.
 *
 * @param layout what the ids were made from
 * @param nextNode the node id that is counted next, unless it lives
 * @param nodes node ids
 * @param buffers buffer numbers
 * @param audioBuses audio buses
 * @param controlBuses control buses
 */
public record IdHoldings(
        IdLayout layout,
        int nextNode,
        List<IdLoan> nodes,
        List<IdLoan> buffers,
        List<IdLoan> audioBuses,
        List<IdLoan> controlBuses) {

    /** Copies the lists. */
    public IdHoldings {
        nodes = List.copyOf(nodes);
        buffers = List.copyOf(buffers);
        audioBuses = List.copyOf(audioBuses);
        controlBuses = List.copyOf(controlBuses);
    }
}
