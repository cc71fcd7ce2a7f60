package org.scaena.command;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A result that is still on its way: a future that can also be waited for, never without a
 * deadline.
 *
 * <p>Completed on the server's event thread, never on the socket's; a dead server completes it at
 * once with a {@link ServerException}.
 *
 * @param <T> the result
 */
public final class Reply<T> extends CompletableFuture<T> {

    /** The deadline of {@link #await()}: five seconds. */
    public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(5);

    private final String what;

    /**
     * A reply that nobody has answered yet.
     *
     * @param what is named when the deadline passes, for example {@code /sync}
     */
    public Reply(String what) {
        this.what = what;
    }

    /** A reply that is there already. */
    public static <T> Reply<T> of(T value) {
        Reply<T> reply = new Reply<>("nothing");
        reply.complete(value);
        return reply;
    }

    /** A reply that has failed already. */
    public static <T> Reply<T> failed(RuntimeException failure) {
        Reply<T> reply = new Reply<>("nothing");
        reply.completeExceptionally(failure);
        return reply;
    }

    /** Blocks until the result is there, at most five seconds. */
    public T await() {
        return await(DEFAULT_DEADLINE);
    }

    /**
     * Blocks until the result is there.
     *
     * @param deadline how long at most
     * @throws ReplyTimeoutException if the deadline passes (a later answer is dropped), or the
     *     thread is interrupted
     * @throws ServerException whatever went wrong on the server
     */
    public T await(Duration deadline) {
        try {
            return get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException timeout) {
            ReplyTimeoutException tooLate = new ReplyTimeoutException(what, deadline);
            completeExceptionally(tooLate);
            throw tooLate;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ReplyTimeoutException(what);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new ServerException(what + " failed", failed.getCause());
        }
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new Reply<>(what);
    }
}
