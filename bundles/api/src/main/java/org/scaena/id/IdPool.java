package org.scaena.id;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Numbers handed out in runs of neighbours: first fit over the sorted free runs. */
@ProviderType
public interface IdPool {

    /** What the numbers stand for, for example {@code buffer}. */
    String kind();

    /** All numbers of this pool, on loan or not. */
    IdRange bounds();

    /**
     * Lends a run of neighbouring numbers.
     *
     * @param count at least 1
     * @param owner who is asked for them back, usually a bundle's symbolic name
     * @throws IdsExhaustedException if no free run is long enough
     */
    IdRange allocate(int count, String owner);

    /**
     * Takes numbers back: a whole loan or a part of one, whoever holds it.
     *
     * @throws IdNotOnLoanException if one of them is not on loan; then none is taken back
     */
    void free(IdRange range);

    /**
     * Takes numbers back from their owner: a whole loan or a part of one.
     *
     * @throws IdNotOnLoanException if one of them is not on loan to that owner; then none is taken
     *     back
     */
    void free(IdRange range, String owner);

    /** What is on loan, in the order of the numbers. */
    List<IdLoan> loans();

    /**
     * Marks numbers as on loan, as after a restart of the host.
     *
     * @return false if one is outside the bounds or on loan already; then none is marked
     */
    boolean restore(IdLoan loan);

    /** How many numbers are free. */
    int available();

    /** The longest run of free numbers. */
    int longestRun();
}
