package org.scaena.id;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
     * @return false if it was not on loan: freed before, of another login, or of nobody
     */
    boolean free(int id);

    /** Who holds an id, if it is on loan. */
    Optional<String> owner(int id);

    /** Whether this login could hand out such an id. */
    boolean owns(int id);

    /**
     * Marks an id as living, as after a restart of the host; an id on loan stays as it is.
     *
     * @return whether it is marked now: false for an id of another login
     */
    boolean restore(int id, String owner);

    /**
     * Marks all ids of this login that a server's tree shows, and counts on behind the highest of
     * them; those of other logins are passed over.
     *
     * @param living ids of any login
     * @param owner whose they are unless they are on loan already
     * @return how many were marked that were not on loan
     */
    int restoreLiving(IntStream living, String owner);

    /** The id that is counted next, unless it lives. */
    int next();

    /** What is on loan, in the order of the ids. */
    List<IdLoan> loans();
}
