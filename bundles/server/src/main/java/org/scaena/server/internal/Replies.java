package org.scaena.server.internal;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.scaena.command.Reply;
import org.scaena.command.ReplyTimeoutException;

/** Makes replies of replies; failures stay as they are. */
final class Replies {

    private static final List<Duration> TRIES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));

    private Replies() {}

    /** The result turned into another. */
    static <T, R> Reply<R> map(String what, Reply<T> reply, Function<T, R> turn) {
        return then(what, reply, result -> Reply.of(turn.apply(result)));
    }

    /** What comes after the result. */
    static <T, R> Reply<R> then(String what, Reply<T> reply, Function<T, Reply<R>> next) {
        Reply<R> last = new Reply<>(what);
        hand(reply.thenCompose(next), last);
        return last;
    }

    /** Lets a reply end as another stage ends. */
    static <T> void hand(CompletableFuture<T> from, Reply<T> to) {
        from.whenComplete(
                (result, failure) -> {
                    if (failure == null) {
                        to.complete(result);
                    } else {
                        to.completeExceptionally(plain(failure));
                    }
                });
    }

    /** What went wrong, without the wrapping that stages add. */
    static Throwable plain(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? plain(cause) : failure;
    }

    /** The same reply, which fails when it takes longer. */
    static <T> Reply<T> within(Duration limit, String what, Reply<T> reply) {
        Reply<T> limited = new Reply<>(what);
        hand(
                reply.orTimeout(limit.toNanos(), TimeUnit.NANOSECONDS)
                        .exceptionallyCompose(
                                failure ->
                                        CompletableFuture.failedFuture(
                                                plain(failure) instanceof TimeoutException
                                                        ? new ReplyTimeoutException(what, limit)
                                                        : plain(failure))),
                limited);
        return limited;
    }

    /** Asks again when nothing is answered, as a datagram may be lost; three times in all. */
    static <T> Reply<T> insist(String what, Supplier<Reply<T>> question) {
        Reply<T> answer = new Reply<>(what);
        ask(what, question, TRIES.iterator(), answer);
        return answer;
    }

    private static <T> void ask(
            String what, Supplier<Reply<T>> question, Iterator<Duration> tries, Reply<T> answer) {
        within(tries.next(), what, question.get())
                .whenComplete(
                        (result, failure) -> {
                            if (failure == null) {
                                answer.complete(result);
                            } else if (tries.hasNext()
                                    && plain(failure) instanceof ReplyTimeoutException) {
                                ask(what, question, tries, answer);
                            } else {
                                answer.completeExceptionally(plain(failure));
                            }
                        });
    }
}
