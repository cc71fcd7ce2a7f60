package org.scaena.server.internal;

import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/** Does what it is given one after the other, in order. */
interface Events extends Executor {

    /** Whether the caller is what does them. */
    default boolean isCaller() {
        return false;
    }

    /**
     * Does something at once on this thread if nothing is waiting or being done; meanwhile nothing
     * else is done. It must not block.
     *
     * @return what came of it; false if it was not done
     */
    default boolean whileIdle(BooleanSupplier task) {
        return false;
    }
}
