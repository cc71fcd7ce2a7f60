package org.scaena.server.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A service comes or goes, and the components that need it come or go with it, one after the other
 * on a thread for plugins.
 *
 * <p>Whoever keeps that thread is named and counted. In the end it is interrupted, so that the
 * others have their turn.
 */
final class ServiceChange {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceChange.class);

    /** How long the server waits for it. */
    private static final Duration LIMIT = Gate.DEADLINE;

    /** How long one component may keep the others waiting. */
    private static final Duration TURN = Duration.ofSeconds(10);

    private final String what;
    private final BundleContext context;
    private final CallMeters meters;
    private final FutureTask<@Nullable Void> done;
    private @Nullable Thread thread;
    private @Nullable WhoseCode named;

    /** Begins it. */
    ServiceChange(
            String what,
            Runnable change,
            BundleContext context,
            CallMeters meters,
            ExecutorService threads) {
        this.what = what;
        this.context = context;
        this.meters = meters;
        this.done = new FutureTask<>(change, null);
        threads.execute(this::run);
    }

    private void run() {
        on(Thread.currentThread());
        try {
            done.run();
        } finally {
            on(null);
            Thread.interrupted(); // it was meant for a component
        }
    }

    private synchronized void on(@Nullable Thread now) {
        thread = now;
    }

    /**
     * Waits for it, but not for long.
     *
     * @param later watches over what takes longer
     */
    void await(ScheduledExecutorService later) {
        if (!Patience.isDoneWithin(done, LIMIT)) {
            LOG.warn("{} takes longer than {} s{}: going on", what, LIMIT.toSeconds(), where());
            look(later);
        }
    }

    private void look(ScheduledExecutorService later) {
        try {
            later.schedule(() -> interrupt(later), TURN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ending) {
            LOG.debug("{} is left alone, as the server ends", what, ending);
        }
    }

    private synchronized void interrupt(ScheduledExecutorService later) {
        if (thread != null) {
            LOG.warn("{} is interrupted{}", what, where());
            thread.interrupt();
            look(later);
        }
    }

    /** Names whose code it is in, and counts it once. */
    private synchronized String where() {
        Optional<WhoseCode> now = thread == null ? Optional.empty() : WhoseCode.of(thread, context);
        now.filter(code -> !code.equals(named))
                .ifPresent(code -> meters.of(code.bundle()).overran(LIMIT));
        named = now.orElse(null);
        return now.map(code -> ", in %s of %s".formatted(code.method(), code.bundle())).orElse("");
    }
}
