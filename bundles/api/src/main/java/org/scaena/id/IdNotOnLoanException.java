package org.scaena.id;

import org.scaena.command.ServerException;

/** Numbers were given back by somebody who does not hold them. */
public final class IdNotOnLoanException extends ServerException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with giving them back. */
    public enum Reason {
        /** They are free: given back before, or never lent. */
        FREE,
        /** Another login's, a hardware bus, or no number at all. */
        FOREIGN,
        /** Somebody else holds them, so that the loan meant is one of the past. */
        STALE,
        /** They belong to more than one loan, of which each is given back by itself. */
        SEVERAL
    }

    private final transient IdRange range;
    private final Reason reason;

    /** An exception that names the numbers. */
    public IdNotOnLoanException(String kind, IdRange range, Reason reason, String why) {
        super("%s ids %s can't be freed: %s".formatted(kind, range, why));
        this.range = range;
        this.reason = reason;
    }

    /** The numbers that were to be given back. */
    public IdRange range() {
        return range;
    }

    /** What is wrong with giving them back. */
    public Reason reason() {
        return reason;
    }
}
