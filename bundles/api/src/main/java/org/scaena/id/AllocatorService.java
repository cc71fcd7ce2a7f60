package org.scaena.id;

import org.osgi.annotation.versioning.ProviderType;

/** Opens the number ranges of logins. A service. */
@ProviderType
public interface AllocatorService {

    /**
     * The ids of one login, all of them free.
     *
     * @throws IllegalArgumentException if the layout names a node-id strategy that is not there
     */
    Ids open(IdLayout layout);
}
