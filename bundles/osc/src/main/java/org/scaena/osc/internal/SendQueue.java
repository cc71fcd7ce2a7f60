package org.scaena.osc.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.scaena.osc.OscPacket;

/**
 * A bounded queue from many senders to one writer that can be closed without losing any.
 *
 * <p>The writer takes all at once, so that under load the two sides wake each other once per queue
 * and not once per packet.
 */
final class SendQueue {

    /** What became of a packet. */
    enum Outcome {
        TAKEN,
        FULL,
        CLOSED
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notEmpty = lock.newCondition();
    private final Condition notFull = lock.newCondition();
    private Deque<OscPacket> packets = new ArrayDeque<>();
    private final int capacity;
    private boolean closed;

    SendQueue(int capacity) {
        this.capacity = capacity;
    }

    /** Appends a packet, after waiting for room if there is none. */
    Outcome put(OscPacket packet, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long nanos = patience.toNanos();
            while (!closed && packets.size() >= capacity) {
                if (nanos <= 0) {
                    return Outcome.FULL;
                }
                nanos = notFull.awaitNanos(nanos);
            }
            if (closed) {
                return Outcome.CLOSED;
            }
            packets.add(packet);
            if (packets.size() == 1) {
                notEmpty.signal();
            }
            return Outcome.TAKEN;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for packets and takes them all; null when the queue is closed and empty.
     *
     * @param empty takes the place of what is returned
     */
    @Nullable Deque<OscPacket> takeAll(Deque<OscPacket> empty) {
        lock.lock();
        try {
            while (packets.isEmpty() && !closed) {
                notEmpty.awaitUninterruptibly();
            }
            if (packets.isEmpty()) {
                return null;
            }
            Deque<OscPacket> taken = packets;
            packets = empty;
            notFull.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more; what is in it can still be taken out. Returns false if it was closed. */
    boolean close() {
        lock.lock();
        try {
            boolean first = !closed;
            closed = true;
            notEmpty.signalAll();
            notFull.signalAll();
            return first;
        } finally {
            lock.unlock();
        }
    }

    /** Throws away what is in it and returns how many these were. */
    int clear() {
        lock.lock();
        try {
            int lost = packets.size();
            packets.clear();
            notFull.signalAll();
            return lost;
        } finally {
            lock.unlock();
        }
    }
}
