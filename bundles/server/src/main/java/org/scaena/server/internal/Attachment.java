package org.scaena.server.internal;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.scaena.command.Subscription;

/** Something that holds on to a thing that may be replaced by its like, until it is closed. */
final class Attachment<T> implements Subscription {

    private final Function<T, Subscription> attaching;
    private final Consumer<Attachment<T>> whenClosed;
    private Subscription subscription = () -> {};
    private @Nullable T to;
    private boolean closed;

    Attachment(Function<T, Subscription> attaching, Consumer<Attachment<T>> whenClosed) {
        this.attaching = attaching;
        this.whenClosed = whenClosed;
    }

    /** Lets go of what it was attached to, and holds on to this; repeating is harmless. */
    synchronized void attach(T next) {
        if (!closed && to != next) {
            subscription.close();
            subscription = attaching.apply(next);
            to = next;
        }
    }

    @Override
    public void close() {
        whenClosed.accept(this);
        synchronized (this) {
            closed = true;
            subscription.close();
            to = null;
        }
    }
}
