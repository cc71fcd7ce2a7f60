package org.scaena.id;

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
}
