package org.scaena.server.internal;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.scaena.command.Reply;

/**
 * The order of what is called on one buffer.
 *
 * <p>scsynth does some buffer commands in its audio thread, at once, and others later on a thread
 * of their own, one after the other. Sent back to back, {@code /b_zero} and {@code /b_set} are done
 * the wrong way round. So a command for the audio thread leaves only when those before it that are
 * not are answered. Nothing waits on a thread for that.
 */
final class Turns {

    /** When a call may begin, and what waits for it. */
    enum Kind {
        /** Done by scsynth in the order sent: leaves at once behind what was sent. */
        ASYNCHRONOUS,
        /** Done in the audio thread: leaves when everything asynchronous before it is answered. */
        IMMEDIATE,
        /** Takes several commands: begins when all is answered, and all waits for its end. */
        ALONE
    }

    private CompletableFuture<?> begun = CompletableFuture.completedFuture(null);
    private CompletableFuture<?> answered = CompletableFuture.completedFuture(null);

    /**
     * Does a call when its turn comes: on this thread if that is now, otherwise on the thread that
     * brings the last answer.
     *
     * @param what is named when it takes too long
     * @param call sends, and answers with the result; never waits
     */
    synchronized <T> Reply<T> take(Kind kind, String what, Supplier<Reply<T>> call) {
        CompletableFuture<?> before =
                kind == Kind.ASYNCHRONOUS ? begun : CompletableFuture.allOf(begun, answered);
        Reply<T> reply = new Reply<>(what);
        Reply<T> result = new Reply<>(what);
        CompletableFuture<?> start = before.thenRun(() -> begin(call, result));
        CompletableFuture<?> end = result.handle((done, failed) -> null);
        switch (kind) {
            case ASYNCHRONOUS -> {
                begun = start;
                answered = CompletableFuture.allOf(answered, end);
            }
            case IMMEDIATE -> begun = start;
            case ALONE -> {
                begun = end;
                answered = end;
            }
        }
        Replies.hand(result, reply);
        return reply;
    }

    private static <T> void begin(Supplier<Reply<T>> call, Reply<T> result) {
        try {
            Replies.hand(call.get(), result);
        } catch (RuntimeException refused) {
            result.completeExceptionally(refused);
        }
    }
}
