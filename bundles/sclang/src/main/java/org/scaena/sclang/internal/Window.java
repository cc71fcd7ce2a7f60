package org.scaena.sclang.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Lets so few requests be on their way that the language's socket, which has room for some 256
 * small ones, loses none while code is evaluated. The others wait their turn.
 */
final class Window {

    private static final int WIDTH = 8;

    private record Request(Runnable send, CompletableFuture<?> reply) {}

    private final Deque<Request> waiting = new ArrayDeque<>();
    private int onTheirWay;

    /** By one thread after the other, and not by who is called while it sends. */
    private boolean sending;

    /**
     * Sends now or later; never if nobody waits for the reply any more.
     *
     * @param reply completes when it is on its way no more
     */
    void send(Runnable send, CompletableFuture<?> reply) {
        enqueue(new Request(send, reply));
        sendNext();
    }

    private synchronized void enqueue(Request request) {
        waiting.add(request);
    }

    private void sendNext() {
        if (!begin()) {
            return;
        }
        Request next = next();
        while (next != null) {
            next.send().run();
            next.reply().whenComplete((result, failure) -> left());
            next = next();
        }
    }

    private synchronized boolean begin() {
        boolean begins = !sending;
        sending = true;
        return begins;
    }

    private synchronized @Nullable Request next() {
        while (onTheirWay < WIDTH && !waiting.isEmpty()) {
            Request next = waiting.remove();
            if (!next.reply().isDone()) {
                onTheirWay++;
                return next;
            }
        }
        sending = false;
        return null;
    }

    private void left() {
        leave();
        sendNext();
    }

    private synchronized void leave() {
        onTheirWay--;
    }
}
