package org.scaena.server.internal;

import java.time.Duration;
import java.util.Optional;
import org.scaena.command.ServerException;
import org.scaena.ledger.LedgerPage;
import org.scaena.ledger.RunEntry;
import org.scaena.process.ManagedProcess;
import org.scaena.process.ProcessIdentity;
import org.scaena.process.ProcessSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over the server that an earlier host, or an earlier version of this bundle, has left
 * playing: same process, same login, nothing prepared twice.
 */
final class Adoption {

    private static final Logger LOG = LoggerFactory.getLogger(Adoption.class);
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Life life;
    private final Boot boot;

    Adoption(Life life, Boot boot) {
        this.life = life;
        this.boot = boot;
    }

    /** The server, if one was left and fits; otherwise the log says in one line why not. */
    Optional<ServerRun> run() {
        Optional<LedgerPage> page = life.bookkeeper().inherited();
        return page.flatMap(LedgerPage::run).flatMap(before -> run(page.get(), before));
    }

    private Optional<ServerRun> run(LedgerPage page, RunEntry before) {
        try {
            return Optional.of(
                    before.process().isPresent()
                            ? owned(page, before, before.process().get())
                            : boot.adopted(before, Optional.empty(), page));
        } catch (RuntimeException unfit) {
            if (life.wayUp().attempts().isToBeLeft()) {
                throw unfit;
            }
            life.bookkeeper().settled();
            LOG.warn(
                    "server '{}' on {} can't be taken over: {}",
                    life.settings().name(),
                    before.endpoint(),
                    unfit.getMessage());
            return Optional.empty();
        }
    }

    private ServerRun owned(LedgerPage page, RunEntry before, ProcessIdentity identity) {
        if (ProcessHandle.of(identity.pid()).isEmpty()) {
            throw new ServerException("its process " + identity.pid() + " is gone");
        }
        ProcessSpec spec = life.settings().process(life.audio().open());
        ManagedProcess process =
                life.services()
                        .processes()
                        .adopt(identity, spec)
                        .orElseThrow(
                                () ->
                                        new ServerException(
                                                "process %d is another one"
                                                        .formatted(identity.pid())));
        try {
            if (!spec.arguments().equals(before.arguments())) {
                throw new ServerException(
                        "the settings ask for other arguments, " + spec.arguments());
            }
            life.progress("process " + identity.pid() + " plays on: taking it over");
            return boot.adopted(before, Optional.of(process), page);
        } catch (RuntimeException unfit) {
            if (life.wayUp().attempts().isToBeLeft()) {
                process.release();
                throw unfit;
            }
            process.expectExit();
            process.end(GRACE).await(GRACE.multipliedBy(3));
            throw unfit;
        }
    }
}
