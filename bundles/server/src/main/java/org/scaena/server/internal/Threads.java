package org.scaena.server.internal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of one server.
 *
 * @param events replies are completed and messages passed on here, in order
 * @param life boots, quits and watches: every change of state happens here
 * @param plugins calls of what is not ours; there may be several at once
 */
record Threads(EventThread events, ScheduledExecutorService life, ExecutorService plugins) {

    private static final int KEPT_SECONDS = 5;

    static Threads of(String server) {
        return new Threads(
                new EventThread(named("scaena-events-" + server)),
                life(named("scaena-life-" + server)),
                plugins(counted("scaena-plugins-" + server)));
    }

    /** As many as are needed at once. */
    private static ExecutorService plugins(ThreadFactory factory) {
        return new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                KEPT_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                factory);
    }

    /** One thread, which is there while there is something to do: not for a server that is off. */
    private static ScheduledExecutorService life(ThreadFactory factory) {
        ScheduledThreadPoolExecutor life = new ScheduledThreadPoolExecutor(1, factory);
        life.setKeepAliveTime(KEPT_SECONDS, TimeUnit.SECONDS);
        life.allowCoreThreadTimeOut(true);
        life.setRemoveOnCancelPolicy(true);
        return life;
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    private static ThreadFactory counted(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> named(name + "-" + count.incrementAndGet()).newThread(task);
    }

    /** Ends them; what is queued for events is still done. */
    void close() {
        life.shutdownNow();
        plugins.shutdownNow();
        events.shutdown();
    }
}
