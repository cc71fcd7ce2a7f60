package org.scaena.server.internal;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scaena.osc.OscTimeTag;

/** The moments that threads are collecting on one session, at most one open for each thread. */
final class Moments {

    private final ThreadLocal<@Nullable Moment> open = new ThreadLocal<>();

    /** What the calling thread collects, if it is inside a block. */
    Optional<Moment> current() {
        return Optional.ofNullable(open.get());
    }

    /** Runs a block and sends what it collected; nothing if it throws. */
    void collect(OscTimeTag time, Runnable block, Consumer<Moment> send) {
        Moment outer = open.get();
        Moment moment = new Moment(time);
        open.set(moment);
        try {
            block.run();
        } catch (RuntimeException | Error thrown) {
            moment.drop(thrown);
            throw thrown;
        } finally {
            if (outer == null) {
                open.remove();
            } else {
                open.set(outer);
            }
        }
        if (outer == null) {
            send.accept(moment);
        } else {
            outer.take(moment);
        }
    }
}
