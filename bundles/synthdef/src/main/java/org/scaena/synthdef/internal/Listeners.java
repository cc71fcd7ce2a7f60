package org.scaena.synthdef.internal;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scaena.command.Subscription;
import org.scaena.synthdef.SynthDefListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners of changes, in the order in which they were made and with no lock held.
 *
 * <p>A change is announced under the lock that guards what changes and delivered outside of it. If
 * two threads deliver at once, or a listener makes a change itself, the one that delivers already
 * takes the other's announcements along.
 */
final class Listeners {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<Listening> listening = new CopyOnWriteArrayList<>();
    private final Queue<Runnable> announced = new ArrayDeque<>();
    private boolean delivering;

    /** Hears what is announced from now on. */
    Subscription add(SynthDefListener listener) {
        Listening added = new Listening(listener);
        listening.add(added);
        return added;
    }

    /** Remembers a call for all present listeners. */
    synchronized void announce(Consumer<SynthDefListener> call) {
        for (Listening each : listening) {
            announced.add(() -> each.hear(call));
        }
    }

    /** Makes the calls that are waiting, unless another thread is at it. */
    void deliver() {
        synchronized (this) {
            if (delivering) {
                return;
            }
            delivering = true;
        }
        for (Runnable call = next(); call != null; call = next()) {
            call.run();
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable call = announced.poll();
        delivering = call != null;
        return call;
    }

    private final class Listening implements Subscription {

        private final SynthDefListener listener;

        Listening(SynthDefListener listener) {
            this.listener = listener;
        }

        void hear(Consumer<SynthDefListener> call) {
            if (!listening.contains(this)) {
                return;
            }
            try {
                call.accept(listener);
            } catch (Throwable e) { // a listener's fault must not become that of who registers
                LOG.warn("{} failed at a change of the synth definitions", listener, e);
            }
        }

        @Override
        public void close() {
            listening.remove(this);
        }
    }
}
