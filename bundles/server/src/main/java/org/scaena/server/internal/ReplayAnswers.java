package org.scaena.server.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscReceiver;

/**
 * How far a server has come with what it is played: behind each packet goes a mark, a {@code
 * /sync}, which is answered when the packet is worked off, also by what is not at once.
 */
final class ReplayAnswers implements OscReceiver {

    /** Recorded ones count up from 1, and down from −1. */
    private static final int FIRST_SYNC = 1 << 30;

    private final boolean isPortTrusted;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int answered = -1;
    private int failures;
    private @Nullable String gone;

    /**
     * None so far.
     *
     * @param isPortTrusted whether a closed port is the end: not before a server is up
     */
    ReplayAnswers(boolean isPortTrusted) {
        this.isPortTrusted = isPortTrusted;
    }

    static OscMessage mark(int number) {
        return OscMessage.of("/sync", FIRST_SYNC + number);
    }

    @Override
    public void received(OscPacket packet) {
        if (!(packet instanceof OscMessage message)) {
            return;
        }
        lock.lock();
        try {
            if (message.address().equals("/fail")) {
                failures++;
            } else if (message.address().equals("/synced")
                    && message.intAt(0) - FIRST_SYNC > answered) {
                answered = message.intAt(0) - FIRST_SYNC;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void peerGone(String why) {
        if (isPortTrusted) {
            ended(why);
        }
    }

    /** The server is no more. */
    void ended(String why) {
        lock.lock();
        try {
            if (gone == null) {
                gone = why;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    int answered() {
        lock.lock();
        try {
            return answered;
        } finally {
            lock.unlock();
        }
    }

    int failures() {
        lock.lock();
        try {
            return failures;
        } finally {
            lock.unlock();
        }
    }

    Optional<String> end() {
        lock.lock();
        try {
            return Optional.ofNullable(gone);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a mark is answered; whether it is. */
    boolean await(int mark, Duration limit) {
        return awaitOr(() -> answered >= mark, limit) && answered() >= mark;
    }

    /** Waits for the end of the server, or until the time is over; whether it has ended. */
    boolean awaitEnd(Duration limit) {
        awaitOr(() -> false, limit);
        return end().isPresent();
    }

    /** Whether it holds, or the server has ended, within a limit. */
    private boolean awaitOr(BooleanSupplier enough, Duration limit) {
        long left = limit.toNanos();
        lock.lock();
        try {
            while (!enough.getAsBoolean() && gone == null && left > 0) {
                left = changed.awaitNanos(left);
            }
            return enough.getAsBoolean() || gone != null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
