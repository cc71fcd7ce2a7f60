package org.scaena.bench.requests;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.scaena.bench.Line;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.bench.Rounds;
import org.scaena.bench.Samples;
import org.scaena.osc.OscMessage;
import org.scaena.server.Client;

/** How long one waits for its answer while another sends as fast as it can. */
final class Flood {

    private static final Rounds ROUNDS = new Rounds(50, 500);
    private static final double MOST_MILLIS = 50;

    private final Client client;
    private final AtomicBoolean over = new AtomicBoolean();
    private long sent;

    Flood(Client client) {
        this.client = client;
    }

    void run(Report report) throws Exception {
        Samples alone = ROUNDS.of(this::sync);
        Thread flood = new Thread(this::send, "flood");
        flood.start();
        long begin = System.nanoTime();
        Samples beside = ROUNDS.of(this::sync);
        double seconds = (System.nanoTime() - begin) / 1e9;
        over.set(true);
        flood.join();
        report.section("sync() while another thread sends /c_set without end");
        Line floor = report.line("nobody else", alone, "ms");
        report.line("beside it", beside, "ms").over(floor);
        report.line("the same, 99 % of them", beside.quantile(0.99), "ms")
                .promise(Promise.atMost(MOST_MILLIS));
        report.line("what the other sends", sent / seconds, "1/s");
    }

    private void send() {
        OscMessage message = OscMessage.of("/c_set", 0, 1f);
        while (!over.get()) {
            client.send(message);
            sent++;
        }
    }

    private double sync() {
        long begin = System.nanoTime();
        client.sync().await();
        return (System.nanoTime() - begin) / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }
}
