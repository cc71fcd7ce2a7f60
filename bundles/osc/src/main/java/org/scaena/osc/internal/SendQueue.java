package org.scaena.osc.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.scaena.osc.OscPacket;

/**
 * A bounded queue from many senders to one writer that can be closed without losing any, and the
 * right to transmit, which one thread at a time has.
 *
 * <p>A sender may {@link #claim} that right while nothing waits; so the order is that of the calls.
 * The writer takes all at once, so that under load the two sides wake each other once per queue and
 * not once per packet.
 */
final class SendQueue {

    /** What became of a packet. */
    enum Outcome {
        TAKEN,
        /** Taken after a while in which there was no room. */
        TAKEN_LATE,
        FULL,
        CLOSED
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition toDo = lock.newCondition();
    private final Condition notFull = lock.newCondition();
    private final DirectSends directSends;
    private Deque<OscPacket> packets = new ArrayDeque<>();
    private final int capacity;
    private boolean claimed;
    private boolean writerWaitsForIt;
    private boolean closed;

    SendQueue(int capacity, DirectSends directSends) {
        this.capacity = capacity;
        this.directSends = directSends;
    }

    /** Appends a packet, after waiting for room if there is none. */
    Outcome put(OscPacket packet, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            Outcome outcome = Outcome.TAKEN;
            long nanos = patience.toNanos();
            while (!closed && packets.size() >= capacity) {
                if (nanos <= 0) {
                    return Outcome.FULL;
                }
                nanos = notFull.awaitNanos(nanos);
                outcome = Outcome.TAKEN_LATE;
            }
            if (closed) {
                return Outcome.CLOSED;
            }
            packets.add(packet);
            if (packets.size() == 1 && !claimed) {
                toDo.signal();
            }
            return outcome;
        } finally {
            lock.unlock();
        }
    }

    /** Gives the caller the right to transmit, unless something waits or is being transmitted. */
    boolean claim() {
        lock.lock();
        try {
            if (claimed || closed || !packets.isEmpty() || !directSends.oneMore()) {
                return false;
            }
            claimed = true;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Gives back the right to transmit. */
    void release() {
        lock.lock();
        try {
            claimed = false;
            if (closed || !packets.isEmpty() || writerWaitsForIt) {
                toDo.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for packets and takes them all, with the right to transmit; none when the time is over,
     * null when the queue is closed and empty.
     *
     * @param empty takes the place of what is returned
     */
    @Nullable Deque<OscPacket> take(Deque<OscPacket> empty, long nanos) {
        lock.lock();
        try {
            awaitWork(nanos);
            if (packets.isEmpty() && closed) {
                return null;
            }
            claimed = true;
            Deque<OscPacket> taken = packets;
            packets = empty;
            notFull.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void awaitWork(long nanos) {
        long left = nanos;
        while (claimed || packets.isEmpty() && !closed && left > 0) {
            try {
                if (claimed) {
                    writerWaitsForIt = true;
                    toDo.awaitUninterruptibly();
                    writerWaitsForIt = false;
                } else {
                    left = toDo.awaitNanos(left);
                }
            } catch (InterruptedException nobodysBusiness) {
                // the writer ends when the queue is closed, and by nothing else
            }
        }
    }

    /** Takes no more; what is in it can still be taken out. Returns false if it was closed. */
    boolean close() {
        lock.lock();
        try {
            boolean first = !closed;
            closed = true;
            toDo.signalAll();
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
