package org.scaena.host.internal;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread on which the host thinks; what comes after its end is dropped. */
final class HostThread {

    private static final Logger LOG = LoggerFactory.getLogger(HostThread.class);
    private static final int LAST_TASKS_SECONDS = 1;

    private final ScheduledThreadPoolExecutor executor =
            new ScheduledThreadPoolExecutor(1, HostThread::thread);

    HostThread() {
        executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Runs it again and again, first when that time has passed. */
    void every(Duration time, Runnable task) {
        executor.scheduleWithFixedDelay(
                () -> guard(task), time.toNanos(), time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Runs it after all that was given before. */
    void run(Runnable task) {
        executor.execute(() -> guard(task));
    }

    /** Finishes what was given, at most for a second. */
    void end() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(LAST_TASKS_SECONDS, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static void guard(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException fault) {
            LOG.error("the host could not do its part", fault);
        }
    }

    private static Thread thread(Runnable body) {
        Thread thread = new Thread(body, "scaena-host");
        thread.setDaemon(true);
        return thread;
    }
}
