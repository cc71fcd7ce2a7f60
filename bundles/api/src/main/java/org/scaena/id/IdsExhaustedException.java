package org.scaena.id;

import org.scaena.command.ServerException;

/** There are not as many free numbers in a row as were asked for. */
public final class IdsExhaustedException extends ServerException {

    private static final long serialVersionUID = 1L;

    private final int asked;
    private final int available;
    private final int longestRun;

    /** An exception with its figures. */
    public IdsExhaustedException(String kind, int asked, int available, int longestRun) {
        super(
                "no %d %s ids in a row: %d are free, at most %d in a row"
                        .formatted(asked, kind, available, longestRun));
        this.asked = asked;
        this.available = available;
        this.longestRun = longestRun;
    }

    /** How many neighbours were asked for. */
    public int asked() {
        return asked;
    }

    /** How many are free in all. */
    public int available() {
        return available;
    }

    /** The longest run of free ones. */
    public int longestRun() {
        return longestRun;
    }
}
