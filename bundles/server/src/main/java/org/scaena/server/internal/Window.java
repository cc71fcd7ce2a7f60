package org.scaena.server.internal;

import java.util.Iterator;
import java.util.function.Function;
import org.scaena.command.Done;
import org.scaena.command.Reply;

/**
 * Many requests of one kind, a few of them under way at any time, so that no socket's buffer runs
 * over.
 */
final class Window<T> {

    /** Eight datagrams of 8 KB: two thirds of what scsynth's socket holds by default. */
    static final int SLICES = 8;

    private final Iterator<T> waiting;
    private final Function<T, ? extends Reply<?>> request;
    private final Reply<Done> all;
    private int underWay;

    private Window(String what, Iterable<T> items, Function<T, ? extends Reply<?>> request) {
        this.waiting = items.iterator();
        this.request = request;
        this.all = new Reply<>(what);
    }

    /**
     * Makes a request for each item in order; completes when all are answered, or with the first
     * failure.
     *
     * @param most how many may be under way
     */
    static <T> Reply<Done> over(
            String what, int most, Iterable<T> items, Function<T, ? extends Reply<?>> request) {
        Window<T> window = new Window<>(what, items, request);
        for (int i = 0; i < most; i++) {
            window.next();
        }
        return window.all;
    }

    private void next() {
        T item = null;
        synchronized (this) {
            if (waiting.hasNext() && !all.isDone()) {
                item = waiting.next();
                underWay++;
            } else if (underWay == 0) {
                all.complete(Done.DONE);
            }
        }
        if (item != null) {
            send(item);
        }
    }

    private void send(T item) {
        try {
            request.apply(item).whenComplete((answer, failure) -> answered(failure));
        } catch (RuntimeException refused) {
            all.completeExceptionally(refused);
        }
    }

    private void answered(Throwable failure) {
        if (failure == null) {
            synchronized (this) {
                underWay--;
            }
            next();
        } else {
            all.completeExceptionally(Replies.plain(failure));
        }
    }
}
