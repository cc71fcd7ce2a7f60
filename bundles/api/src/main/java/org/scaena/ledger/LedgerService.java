package org.scaena.ledger;

import org.osgi.annotation.versioning.ProviderType;

/** Opens the ledgers of servers. A service; safe for use by several threads. */
@ProviderType
public interface LedgerService {

    /**
     * The ledger of a server, with what an earlier host has written in it.
     *
     * @param server the server's name
     */
    Ledger open(String server);
}
