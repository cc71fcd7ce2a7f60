package org.scaena.ledger.internal;

import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.scaena.ledger.Ledger;
import org.scaena.ledger.LedgerService;

/** Keeps each ledger in a file of its own in the host's {@code state} folder. */
@Component
public final class LedgerFiles implements LedgerService {

    private final Path directory;

    /** For the runtime. */
    @Activate
    public LedgerFiles() {
        this(Path.of(System.getProperty("scaena.home", "."), "state"));
    }

    LedgerFiles(Path directory) {
        this.directory = directory;
    }

    @Override
    public Ledger open(String server) {
        return new WrittenLedger(server, new PageFile(directory, "ledger-" + safe(server)));
    }

    /** A file name for any server name; two names never share one. */
    private static String safe(String server) {
        String plain = server.replaceAll("[^A-Za-z0-9._-]", "_");
        return plain.equals(server) ? plain : plain + "-" + Integer.toHexString(server.hashCode());
    }
}
