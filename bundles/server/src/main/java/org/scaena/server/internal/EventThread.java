package org.scaena.server.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread, which ends when it has had nothing to do for a while. */
final class EventThread extends ThreadPoolExecutor implements Events {

    private static final Logger LOG = LoggerFactory.getLogger(EventThread.class);

    private static final int KEPT_SECONDS = 30;

    /** So many events others may have to wait for at most: a fraction of a millisecond. */
    private static final int MOST_HELD_BACK = 32;

    private final AtomicInteger open = new AtomicInteger();
    private final ReentrantLock working = new ReentrantLock();
    private final List<Runnable> relayed = new ArrayList<>();
    private int heldBack;
    private volatile @Nullable Thread worker;

    EventThread(ThreadFactory factory) {
        super(1, 1, KEPT_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable task) {
        open.incrementAndGet();
        try {
            super.execute(task);
        } catch (RejectedExecutionException ended) {
            open.decrementAndGet();
            throw ended;
        }
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable task) {
        working.lock();
        worker = thread;
    }

    @Override
    protected void afterExecute(Runnable task, @Nullable Throwable failure) {
        if (!relayed.isEmpty() && (getQueue().isEmpty() || ++heldBack >= MOST_HELD_BACK)) {
            relayed.forEach(EventThread::start);
            relayed.clear();
            heldBack = 0;
        }
        worker = null;
        working.unlock();
        open.decrementAndGet();
    }

    private static void start(Runnable relayed) {
        try {
            relayed.run();
        } catch (RejectedExecutionException stopping) {
            LOG.debug("nobody is told any more", stopping);
        }
    }

    /**
     * Hands tasks on to other threads; those of events that come in a burst together, as waking a
     * thread takes longer than most events.
     */
    Executor relay(Executor others) {
        return task -> {
            if (isCaller() && !getQueue().isEmpty()) {
                relayed.add(() -> others.execute(task));
            } else {
                others.execute(task);
            }
        };
    }

    @Override
    public boolean isCaller() {
        return Thread.currentThread() == worker;
    }

    @Override
    public boolean whileIdle(BooleanSupplier task) {
        if (open.get() > 0 || !working.tryLock()) {
            return false;
        }
        try {
            return open.get() == 0 && task.getAsBoolean();
        } finally {
            working.unlock();
        }
    }
}
