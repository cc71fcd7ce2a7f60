package org.scaena.server.internal;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** One thread, which ends when it has had nothing to do for a while. */
final class EventThread extends ThreadPoolExecutor implements Events {

    private static final int KEPT_SECONDS = 30;

    private final AtomicInteger open = new AtomicInteger();
    private final ReentrantLock working = new ReentrantLock();

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
    }

    @Override
    protected void afterExecute(Runnable task, Throwable failure) {
        working.unlock();
        open.decrementAndGet();
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
