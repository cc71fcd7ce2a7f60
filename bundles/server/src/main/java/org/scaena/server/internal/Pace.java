package org.scaena.server.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacing;
import org.scaena.osc.OscPacket;

/**
 * Holds back whoever sends faster than a server works it off, before that fills the queue in which
 * the commands of all wait.
 *
 * <p>A thread may be two strides ahead: at the end of each that took it less than a second it asks
 * how far the server has come, and waits for the answer to the question before. It is threads and
 * not bundles that are held, as nothing but its stack tells whose call it is, which is looked at
 * once it is held.
 */
final class Pace {

    /** In settings of one control, of which scsynth does some hundred in an audio period. */
    private static final int STRIDE = 2_048;

    /** What a node that comes or goes costs. */
    private static final int NOTICE = 8;

    /** More of them in one message are mostly a guess. */
    private static final int MOST_NOTICES = 16;

    /** So many arguments cost as much as a message of their own. */
    private static final int ARGUMENTS = 16;

    /** A server that says nothing for so long is not slow but deaf: the queue deals with that. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** Where one thread is. */
    private static final class Stride {
        private long cost;
        private Future<?> before = CompletableFuture.completedFuture(Done.DONE);
        private boolean deaf;
        private long begunAt = System.nanoTime();
        private long toldAt = begunAt - SECOND;
    }

    /** Not in the threads themselves, where they would outlast this bundle. */
    private final Map<Thread, Stride> strides = new WeakHashMap<>();

    private final OscPacing pacing;
    private final Supplier<Reply<Done>> sync;
    private final Consumer<Thread> held;
    private long lastSender;
    private Stride last = new Stride();

    /**
     * The pace of one link.
     *
     * @param sync asks how far the server has come
     * @param held is told who is held back, once for each second of it
     */
    Pace(OscPacing pacing, Supplier<Reply<Done>> sync, Consumer<Thread> held) {
        this.pacing = pacing;
        this.sync = sync;
        this.held = held;
    }

    /** The calling thread has sent something; waits if it is too far ahead. */
    void sent(OscPacket packet) {
        Stride stride = count(cost(packet));
        if (stride.cost >= STRIDE) {
            stride.cost = 0;
            end(stride);
        }
    }

    private synchronized Stride count(long cost) {
        long sender = Thread.currentThread().getId();
        if (sender != lastSender) {
            lastSender = sender;
            last = strides.computeIfAbsent(Thread.currentThread(), first -> new Stride());
        }
        last.cost += cost;
        return last;
    }

    private void end(Stride stride) {
        long now = System.nanoTime();
        boolean isSlow = now - stride.begunAt >= SECOND;
        stride.begunAt = now;
        if (!isSlow) {
            ask(stride);
        }
    }

    private void ask(Stride stride) {
        Future<?> before = stride.before;
        boolean isAhead = !before.isDone();
        if (!isAhead || !stride.deaf) {
            stride.before = sync.get();
            stride.deaf = isAhead && !hold(stride, before);
        }
    }

    private long cost(OscPacket packet) {
        if (packet instanceof OscMessage message) {
            return 1L
                    + message.size() / ARGUMENTS
                    + NOTICE * Math.min(pacing.notices(message), MOST_NOTICES);
        }
        long cost = 0;
        List<OscPacket> elements = ((OscBundle) packet).elements();
        for (int i = 0; i < elements.size(); i++) {
            cost += cost(elements.get(i));
        }
        return cost;
    }

    private boolean hold(Stride stride, Future<?> before) {
        long now = System.nanoTime();
        if (now - stride.toldAt >= SECOND) {
            stride.toldAt = now;
            held.accept(Thread.currentThread());
        }
        return Uninterrupted.isDoneWithin(before, PATIENCE);
    }
}
