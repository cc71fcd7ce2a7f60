package org.scaena.command;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A result that is still on its way: a future that can also be waited for, never without a
 * deadline.
 *
 * <p>Completed on the server's event thread, or on one that waits in {@link #await()} while nobody
 * else wants to hear of it; never on the socket's. A dead server completes it at once with a {@link
 * ServerException}.
 *
 * @param <T> the result
 */
public final class Reply<T> extends CompletableFuture<T> {

    /** The deadline of {@link #await()}: five seconds. */
    public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(5);

    private static final BriefWait BRIEFLY = new BriefWait();

    @SuppressWarnings("rawtypes")
    private static final AtomicReferenceFieldUpdater<Reply, @Nullable Object> WAITER =
            AtomicReferenceFieldUpdater.newUpdater(Reply.class, Object.class, "waiter");

    private final String what;

    /** A {@link Thread} that waits in {@link #await}, or the {@link Supplier} that it was given. */
    private volatile @Nullable Object waiter;

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
            if (!isDone() && WAITER.compareAndSet(this, null, Thread.currentThread())) {
                awaitAsTheOne(System.nanoTime() + deadline.toNanos());
            }
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

    /**
     * Gives the result to the thread that waits in {@link #await}, if there is one and nobody else
     * wants to hear of it: that thread makes it of the answer and completes this reply. Saves the
     * way over the event thread; called by whoever reads the answer.
     *
     * @param result makes the result, on the thread that waits; what it throws is the failure
     * @param own how many dependents the caller has added itself, which may run on that thread
     * @return false if nothing was done
     */
    public boolean giveToWaiter(Supplier<? extends T> result, int own) {
        Object waits = waiter;
        boolean given =
                waits instanceof Thread
                        && getNumberOfDependents() <= own + 1 // the one that wakes it
                        && WAITER.compareAndSet(this, waits, result);
        if (given) {
            LockSupport.unpark((Thread) waits);
        }
        return given;
    }

    /** Waits until it is complete, or the result is given to this thread. */
    private void awaitAsTheOne(long end) throws InterruptedException, TimeoutException {
        Thread self = Thread.currentThread();
        handle(
                (result, failure) -> {
                    LockSupport.unpark(self);
                    return failure;
                });
        BRIEFLY.until(() -> isDone() || waiter != self);
        long left = 1;
        while (!isDone() && waiter == self && left > 0 && !self.isInterrupted()) {
            left = end - System.nanoTime();
            LockSupport.parkNanos(this, left);
        }
        if (WAITER.getAndSet(this, null) instanceof Supplier<?> given) {
            take(given);
        }
        if (!isDone() && Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (!isDone()) {
            throw new TimeoutException();
        }
    }

    @SuppressWarnings("unchecked") // only giveToWaiter sets one
    private void take(Supplier<?> given) {
        try {
            complete((T) given.get());
        } catch (RuntimeException unreadable) {
            completeExceptionally(unreadable);
        }
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new Reply<>(what);
    }
}
