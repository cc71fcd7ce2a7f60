package org.scaena.bench.requests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.command.ServerException;
import org.scaena.server.Client;

/** Eight threads that sync a thousand times each, one after the other. */
final class Syncs {

    private static final int THREADS = 8;
    private static final int PER_THREAD = 1_000;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Client client;
    private final AtomicInteger failed = new AtomicInteger();

    Syncs(Client client) {
        this.client = client;
    }

    void run(Report report) throws InterruptedException {
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            threads.add(new Thread(this::sync, "scaena-bench-requests-" + i));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        report.section("8 threads, 1,000 sync() each");
        report.line("that were not true", failed.get(), "").promise(Promise.atMost(0));
        report.line("one sync()", (System.nanoTime() - start) / 1e6 / PER_THREAD, "ms");
    }

    private void sync() {
        for (int i = 0; i < PER_THREAD; i++) {
            try {
                client.sync().await(LIMIT);
            } catch (ServerException notTrue) {
                failed.incrementAndGet();
            }
        }
    }
}
