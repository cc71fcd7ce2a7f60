package org.scaena.server.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls what is not ours: on a thread for plugins, with a deadline, whatever it throws. */
final class Gate {

    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final ExecutorService threads;

    Gate(ExecutorService threads) {
        this.threads = threads;
    }

    /** Calls and waits; what went wrong, if something did. */
    Optional<String> call(Runnable call) {
        try {
            return waitFor(threads.submit(call));
        } catch (RejectedExecutionException closed) {
            return Optional.of("the host is stopping");
        }
    }

    private static Optional<String> waitFor(Future<?> call) {
        try {
            call.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (TimeoutException hanging) {
            call.cancel(true);
            return Optional.of("did not return within " + DEADLINE.toSeconds() + " s");
        } catch (ExecutionException thrown) {
            return Optional.of(String.valueOf(thrown.getCause()));
        } catch (InterruptedException interrupted) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }
}
