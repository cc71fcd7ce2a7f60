package org.scaena.server.internal;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.scaena.command.Reply;
import org.scaena.server.ServerState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what changes a server's life, one after the other; so there are no locks around states.
 *
 * <p>Replies are completed on the event thread.
 */
final class LifeThread {

    private static final Logger LOG = LoggerFactory.getLogger(LifeThread.class);

    private final LiveServer server;
    private final Threads threads;
    private final LifeState state;

    LifeThread(LiveServer server, Threads threads, LifeState state) {
        this.server = server;
        this.threads = threads;
        this.state = state;
    }

    /**
     * Does something in its turn.
     *
     * @throws RejectedExecutionException if the server's component has ended
     */
    Future<?> run(Runnable task) {
        return threads.life()
                .submit(
                        () -> {
                            try {
                                task.run();
                            } catch (RuntimeException | LinkageError unexpected) {
                                LOG.error("server '{}'", server.name(), unexpected);
                            }
                        });
    }

    /** Does something in its turn, for somebody who waits for what comes of it. */
    <T> Future<T> call(Callable<T> task) {
        return threads.life().submit(task);
    }

    /**
     * Does something with a running server; nothing if none runs, for which no thread is needed.
     * What a boot looks for must be there before this is called.
     */
    void whileRunning(Consumer<ServerRun> task) {
        if (state.is(ServerState.OFFLINE)) {
            return;
        }
        try {
            run(() -> state.run().ifPresent(task));
        } catch (RejectedExecutionException closed) {
            LOG.debug("server '{}' has ended", server.name());
        }
    }

    /** Asks for something that a running server and its plugins have to do. */
    <T> Reply<T> ask(String what, Function<ServerRun, T> task) {
        ServerRun up = state.run().orElse(null);
        if (up == null) {
            return Reply.failed(server.notRunning());
        }
        Reply<T> reply = new Reply<>(what);
        run(
                () -> {
                    try {
                        if (state.run().orElse(null) != up) {
                            throw server.notRunning();
                        }
                        answer(reply, task.apply(up));
                    } catch (RuntimeException failed) {
                        refuse(reply, failed);
                    }
                });
        return reply;
    }

    <T> void answer(Reply<T> reply, T value) {
        threads.events().execute(() -> reply.complete(value));
    }

    void refuse(Reply<?> reply, RuntimeException why) {
        threads.events().execute(() -> reply.completeExceptionally(why));
    }
}
