package org.scaena.server.internal;

import org.scaena.id.IdRange;

/** What audio and control buses have in common: numbers, until they are given back. */
abstract class LiveBus {

    private final IdRange ids;
    private final Runnable giveBack;
    private volatile boolean freed;

    /**
     * A bus that was just taken.
     *
     * @param giveBack called once, when it is freed
     */
    LiveBus(IdRange ids, Runnable giveBack) {
        this.ids = ids;
        this.giveBack = giveBack;
    }

    public final IdRange ids() {
        return ids;
    }

    public final boolean isFreed() {
        return freed;
    }

    public void free() {
        if (becameFree()) {
            giveBack.run();
        }
    }

    private synchronized boolean becameFree() {
        boolean first = !freed;
        freed = true;
        return first;
    }

    abstract String rate();

    final void requireInUse() {
        if (freed) {
            throw new IllegalStateException(this + " was given back: take another from the client");
        }
    }

    @Override
    public final String toString() {
        return rate() + " bus " + ids;
    }
}
