package org.scaena.sclang.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.scaena.command.Reply;

/** Makes replies of stages. */
final class Futures {

    private Futures() {}

    /** A reply that ends as a stage ends, with its failure as it is. */
    static <T> Reply<T> reply(String what, CompletableFuture<T> from) {
        Reply<T> to = new Reply<>(what);
        from.whenComplete(
                (result, failure) -> {
                    if (failure == null) {
                        to.complete(result);
                    } else {
                        to.completeExceptionally(plain(failure));
                    }
                });
        return to;
    }

    /** What went wrong, without what stages wrap it into. */
    static Throwable plain(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? plain(cause) : failure;
    }
}
