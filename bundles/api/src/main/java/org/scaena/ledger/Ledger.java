package org.scaena.ledger;

import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/** The durable record of one server. Safe for use by several threads; only closing blocks. */
@ProviderType
public interface Ledger extends AutoCloseable {

    /** The last page that was written whole, here or by an earlier host; empty if there is none. */
    Optional<LedgerPage> last();

    /**
     * Has a page written soon: within 100 ms, together with all that is asked for until then.
     *
     * <p>A page that cannot be written (a full disk) is told in the log; the one before stays.
     *
     * @param page asked for the page just before it is written, on the ledger's own thread
     */
    void write(Supplier<LedgerPage> page);

    /** Writes what was asked for and ends the thread. Repeating is harmless. */
    @Override
    void close();
}
