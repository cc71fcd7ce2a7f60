package org.scaena.bench.osc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.bench.TestScsynth;
import org.scaena.osc.OscLink;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;

/** Eight threads that sync a thousand times each; every one must get its own answer. */
final class Syncs {

    private static final int THREADS = 8;
    private static final int PER_THREAD = 1_000;

    private final TestScsynth scsynth;
    private final Map<Integer, CompletableFuture<Boolean>> open = new ConcurrentHashMap<>();
    private final AtomicInteger answered = new AtomicInteger();

    Syncs(TestScsynth scsynth) {
        this.scsynth = scsynth;
    }

    void run(Report report) throws Exception {
        long start = System.nanoTime();
        try (OscLink link = Links.to(scsynth, this::received)) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int first = 1 + i * PER_THREAD;
                threads.add(new Thread(() -> sync(link, first), "scaena-bench-sync-" + i));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        double millis = (System.nanoTime() - start) / 1e6;
        report.section("8 threads, 1,000 syncs each, one after the other");
        report.line("without an answer", THREADS * PER_THREAD - answered.get(), "")
                .promise(Promise.neverAbove(0));
        report.line("one sync", millis / PER_THREAD, "ms");
    }

    private void sync(OscLink link, int first) {
        for (int id = first; id < first + PER_THREAD; id++) {
            CompletableFuture<Boolean> answer = new CompletableFuture<>();
            open.put(id, answer);
            link.send(OscMessage.of("/sync", id));
            if (answer.completeOnTimeout(false, 5, TimeUnit.SECONDS).join()) {
                answered.incrementAndGet();
            }
        }
    }

    private void received(OscPacket packet) {
        OscMessage message = (OscMessage) packet;
        CompletableFuture<Boolean> answer =
                message.address().equals("/synced") ? open.remove(message.intAt(0)) : null;
        if (answer != null) {
            answer.complete(true);
        }
    }
}
