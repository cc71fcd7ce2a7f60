package org.scaena.id;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Node ids of one login: counted up, wrapped inside its range, the living skipped. */
@ProviderType
public interface NodeIds {

    /**
     * Lends the next id.
     *
     * @param owner usually a bundle's symbolic name
     * @throws IdsExhaustedException if every id of the range lives
     */
    int allocate(String owner);

    /**
     * Lends one of the login's permanent ids, those below the counted ones.
     *
     * @throws IdsExhaustedException if none is left
     */
    int allocatePermanent(String owner);

    /**
     * Takes an id back because its node has ended, or was never made.
     *
     * @return whether it was on loan
     */
    boolean free(int id);

    /** Whether this login could hand out such an id. */
    boolean owns(int id);

    /** Marks an id as living, as after a restart of the host; an id on loan stays as it is. */
    void restore(int id, String owner);

    /** What is on loan, in the order of the ids. */
    List<IdLoan> loans();
}
