package org.scaena.allocator.internal;

import org.scaena.id.IdRange;

/**
 * The node ids that belong to a client id by custom: 2<sup>26</sup> of them.
 *
 * <p>By the same custom the second one is the client's default group, and ids are counted from the
 * 1000th on. Source: sclang's {@code NodeIDAllocator} and {@code Server.defaultGroup}.
 */
final class ClientPartition {

    private static final int BITS = 26;
    private static final int CLIENTS = 1 << (31 - BITS);
    private static final int FIRST_PERMANENT = 2;
    private static final int FIRST_COUNTED = 1000;

    private ClientPartition() {}

    /** The ids below the counted ones, the default group not among them. */
    static IdRange permanent(int clientId) {
        return new IdRange(start(clientId) + FIRST_PERMANENT, FIRST_COUNTED - FIRST_PERMANENT);
    }

    /** The counted ids. */
    static IdRange counted(int clientId) {
        return countedFrom(clientId, start(clientId) + FIRST_COUNTED);
    }

    /** The ids from a higher one on. */
    static IdRange countedFrom(int clientId, int first) {
        return new IdRange(first, (1 << BITS) - (first - start(clientId)));
    }

    private static int start(int clientId) {
        if (clientId < 0 || clientId >= CLIENTS) {
            throw new IllegalArgumentException(
                    "only client ids 0…%d have node ids, not %d: start the server with fewer logins"
                            .formatted(CLIENTS - 1, clientId));
        }
        return clientId << BITS;
    }
}
