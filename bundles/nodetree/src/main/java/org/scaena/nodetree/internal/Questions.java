package org.scaena.nodetree.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.scaena.command.Command;
import org.scaena.command.CommandSender;
import org.scaena.command.Reply;
import org.scaena.command.ReplyTimeoutException;
import org.scaena.command.ServerException;

/**
 * Asks a server, and gives up after a while.
 *
 * @param server where to ask
 * @param timer by which it waits
 */
record Questions(CommandSender server, Timer timer) {

    /** Does something after a while. */
    interface Timer {

        /** The JVM's common threads. */
        Timer COMMON =
                (wait, task) ->
                        CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
                                .execute(task);

        /** Runs a task once some time has passed. */
        void after(Duration wait, Runnable task);
    }

    /** Long enough for a busy machine; scsynth needs one or two audio blocks. */
    static final Duration DEADLINE = Duration.ofSeconds(2);

    <R> Reply<R> ask(Command<R> command) {
        Reply<R> reply = server.request(command);
        if (!reply.isDone()) {
            timer.after(
                    DEADLINE,
                    () ->
                            reply.completeExceptionally(
                                    new ReplyTimeoutException(command.name(), DEADLINE)));
        }
        return reply;
    }

    /** A failure as it was thrown, without what futures put around it. */
    static RuntimeException cause(Throwable failure) {
        Throwable inner =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        return inner instanceof RuntimeException thrown
                ? thrown
                : new ServerException("the node tree can't be read", inner);
    }
}
