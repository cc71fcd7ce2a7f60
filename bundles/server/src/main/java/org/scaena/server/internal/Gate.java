package org.scaena.server.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls what is not ours: on a thread for plugins, with a deadline, whatever it throws; counted.
 */
final class Gate {

    /** How long a call may take. */
    static final Duration DEADLINE = Duration.ofSeconds(2);

    private final ExecutorService threads;
    private final CallMeters meters;

    Gate(ExecutorService threads, CallMeters meters) {
        this.threads = threads;
        this.meters = meters;
    }

    /**
     * Calls and waits; what went wrong, if something did.
     *
     * @param bundle whose code it is
     */
    Optional<String> call(String bundle, Runnable call) {
        CallMeter meter = meters.of(bundle);
        try {
            return waitFor(threads.submit(() -> meter.call(call)));
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
