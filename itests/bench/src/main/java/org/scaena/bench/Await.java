package org.scaena.bench;

import java.io.IOException;
import java.time.Duration;

/** Waits for what a started program does. */
final class Await {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private Await() {}

    /** What is waited for; asked again and again. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws IOException;
    }

    /** Waits at most ten seconds; ends a process with which it does not come true. */
    static void until(String what, Process process, Condition condition)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!condition.holds()) {
            if (!process.isAlive() || System.nanoTime() - start > LIMIT.toNanos()) {
                Programs.end(process);
                throw new IOException("did not come up: " + what);
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }
}
