package org.scaena.id;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The ids of one login. Safe for use by several threads; no call blocks. */
@ProviderType
public interface Ids {

    /** What these ids were made from. */
    IdLayout layout();

    /** Node ids. */
    NodeIds nodes();

    /** Buffer numbers. */
    IdPool buffers();

    /** Private audio buses; hardware buses are never among them. */
    IdPool audioBuses();

    /** Control buses. */
    IdPool controlBuses();

    /** Gives back everything that an owner holds, of every kind. */
    void freeAllOf(String owner);

    /** All that is on loan now, to be written to a ledger. */
    IdHoldings holdings();

    /**
     * Marks everything as on loan that a ledger holds, for ids that were just opened.
     *
     * @return the loans that were refused: outside the ranges of this login, because the client id
     *     or the sizes of the server have changed, or on loan already
     */
    List<IdLoan> restore(IdHoldings holdings);
}
