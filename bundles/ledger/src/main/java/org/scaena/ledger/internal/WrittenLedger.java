package org.scaena.ledger.internal;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.scaena.ledger.Ledger;
import org.scaena.ledger.LedgerPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A ledger whose pages are joined: however often one is asked for, ten a second are written. */
final class WrittenLedger implements Ledger {

    private static final Logger LOG = LoggerFactory.getLogger(WrittenLedger.class);
    private static final long PAUSE_MILLIS = 100;
    private static final long CLOSE_SECONDS = 5;

    private final String server;
    private final PageFile file;
    private final ScheduledThreadPoolExecutor thread;
    private final AtomicReference<@Nullable Supplier<LedgerPage>> asked = new AtomicReference<>();
    private volatile Optional<LedgerPage> last;
    private boolean failing;

    WrittenLedger(String server, PageFile file) {
        this.server = server;
        this.file = file;
        this.last = file.read();
        this.thread = new ScheduledThreadPoolExecutor(1, task -> daemon(task, server));
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false); // the last page waits not
    }

    private static Thread daemon(Runnable task, String server) {
        Thread made = new Thread(task, "scaena-ledger-" + server);
        made.setDaemon(true);
        return made;
    }

    @Override
    public Optional<LedgerPage> last() {
        return last;
    }

    @Override
    public void write(Supplier<LedgerPage> page) {
        if (asked.getAndSet(page) == null && !thread.isShutdown()) {
            thread.schedule(this::writeNow, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void writeNow() {
        Supplier<LedgerPage> page = asked.getAndSet(null);
        if (page == null) {
            return;
        }
        try {
            LedgerPage now = page.get();
            file.write(now);
            last = Optional.of(now);
            failing = false;
        } catch (IOException | RuntimeException failed) {
            if (!failing) {
                LOG.warn(
                        "the ledger of server '{}' can't be written, the last page stays: {}",
                        server,
                        failed.toString());
            }
            failing = true;
        }
    }

    @Override
    public void close() {
        if (!thread.isShutdown()) {
            thread.execute(this::writeNow);
            thread.shutdown();
        }
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the last page of server '{}' is still being written", server);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
