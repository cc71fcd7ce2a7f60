package org.scaena.id;

import org.scaena.command.ServerException;

/** Numbers were given back that nobody holds: freed twice, or never lent by this login. */
public final class IdNotOnLoanException extends ServerException {

    private static final long serialVersionUID = 1L;

    /** An exception that names the numbers. */
    public IdNotOnLoanException(String kind, IdRange range, String why) {
        super("%s ids %s can't be freed: %s".formatted(kind, range, why));
    }
}
