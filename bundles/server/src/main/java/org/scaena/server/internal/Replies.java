package org.scaena.server.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.scaena.command.Reply;

/** Makes replies of replies, with the failures as they are. */
final class Replies {

    private Replies() {}

    /** The result turned into another. */
    static <T, R> Reply<R> map(CompletableFuture<T> reply, Function<? super T, ? extends R> turn) {
        Reply<R> mapped = new Reply<>("the server");
        hand(reply.thenApply(turn), mapped);
        return mapped;
    }

    /** Lets a reply end as another stage ends. */
    static <T> void hand(CompletableFuture<? extends T> from, Reply<T> to) {
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
}
