package org.scaena.sclang.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.scaena.command.Done;
import org.scaena.process.ProgramException;
import org.scaena.process.RestartPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The language's process of the moment: started when it is asked for, and by itself after an end
 * that nobody asked for while somebody depends on it.
 */
final class Runs {

    /** Who depends on it; called on the thread of the language. */
    interface Dependant {

        /** Whether it is started again by itself. */
        boolean needsIt();

        /** It evaluates. */
        void ready();

        /** It has ended, or could not be started. */
        void ended();
    }

    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

    private final Launcher launcher;
    private final ScheduledExecutorService thread;
    private final Dependant dependant;
    private final RestartPolicy policy = RestartPolicy.standard();
    private @Nullable CompletableFuture<LanguageRun> run;
    private boolean toldEnd;
    private int restartsInARow;

    Runs(Launcher launcher, ScheduledExecutorService thread, Dependant dependant) {
        this.launcher = launcher;
        this.thread = thread;
        this.dependant = dependant;
    }

    synchronized boolean isRunning() {
        return run != null && isUsable(run);
    }

    private static boolean isUsable(CompletableFuture<LanguageRun> run) {
        return run.isDone() && !run.isCompletedExceptionally() && run.join().isAlive();
    }

    /** The run of the moment, or a new one. */
    synchronized CompletableFuture<LanguageRun> current() {
        CompletableFuture<LanguageRun> now = run;
        if (now == null) {
            return launch();
        }
        if (now.isDone() && !isUsable(now)) {
            tellEnd();
            return launch();
        }
        return now;
    }

    private CompletableFuture<LanguageRun> launch() {
        CompletableFuture<LanguageRun> launched = launcher.launch();
        run = launched;
        toldEnd = false;
        launched.whenCompleteAsync(
                (ready, failure) -> {
                    if (failure == null) {
                        follow(launched, ready);
                    } else {
                        ended(launched, System.nanoTime(), failure);
                    }
                },
                thread);
        return launched;
    }

    private void follow(CompletableFuture<LanguageRun> launched, LanguageRun ready) {
        long since = System.nanoTime();
        ready.exit().thenRunAsync(() -> ended(launched, since, null), thread);
        dependant.ready();
    }

    private synchronized void ended(
            CompletableFuture<LanguageRun> ended, long since, @Nullable Throwable failure) {
        if (run != ended) {
            return;
        }
        tellEnd();
        if (!dependant.needsIt()) {
            return;
        }
        if (failure != null && Futures.plain(failure) instanceof ProgramException missing) {
            LOG.error("sclang can't be started: {}", missing.getMessage());
            return;
        }
        boolean wasGood = System.nanoTime() - since > policy.goodUptime().toNanos();
        restartsInARow = wasGood ? 1 : restartsInARow + 1;
        Duration pause = policy.pauseBefore(restartsInARow);
        LOG.warn(
                "sclang {}, it is started again in {} ms",
                failure == null ? "has ended" : "did not start: " + Futures.plain(failure),
                pause.toMillis());
        thread.schedule(() -> again(ended), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Once for each run, by whoever finds it first. */
    private void tellEnd() {
        if (!toldEnd) {
            toldEnd = true;
            dependant.ended();
        }
    }

    private synchronized void again(CompletableFuture<LanguageRun> ended) {
        if (run == ended && dependant.needsIt()) {
            launch();
        }
    }

    /** Ends it; completes when it has ended. */
    synchronized CompletableFuture<Done> stop() {
        CompletableFuture<LanguageRun> now = run;
        run = null;
        restartsInARow = 0;
        return now == null
                ? CompletableFuture.completedFuture(Done.DONE)
                : now.thenCompose(LanguageRun::end).handle((exit, failure) -> Done.DONE);
    }
}
