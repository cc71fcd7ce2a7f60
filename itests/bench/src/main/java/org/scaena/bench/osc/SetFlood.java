package org.scaena.bench.osc;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.scaena.bench.Measure;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.bench.Rounds;
import org.scaena.bench.Samples;
import org.scaena.bench.TestScsynth;
import org.scaena.osc.OscLink;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;

/**
 * As many {@code /n_set} as scsynth takes, with a {@code /sync} after each 1,000, of which four are
 * open at most.
 *
 * <p>Before each sync the control is asked for: what comes back must be what was set last.
 */
final class SetFlood {

    private static final Rounds ROUNDS = new Rounds(1, 5);
    private static final int SYNCS = 500;
    private static final int PER_SYNC = 1_000;
    private static final int OPEN_SYNCS = 4;

    private final TestScsynth scsynth;
    private final Semaphore free = new Semaphore(OPEN_SYNCS);
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger rightValues = new AtomicInteger();
    private volatile int lastValue;

    SetFlood(TestScsynth scsynth) {
        this.scsynth = scsynth;
    }

    void run(Report report) throws Exception {
        TestSynth.play(scsynth);
        long dropsBefore = Kernel.drops(scsynth.address());
        try (OscLink link = Links.to(scsynth, this::received)) {
            long messages = (long) SYNCS * PER_SYNC;
            Samples rate = ROUNDS.of(Measure.perSecond(messages, () -> flood(link)));
            int syncs = SYNCS * (ROUNDS.warmUps() + ROUNDS.count());
            report.section("/n_set to scsynth, a sync each 1,000, paced and joined");
            report.line("sustained", rate, "1/s").promise(Promise.atLeast(250_000));
            report.line("datagrams lost", Kernel.drops(scsynth.address()) - dropsBefore, "")
                    .promise(Promise.neverAbove(0));
            report.line("syncs without an answer", syncs - answers.get(), "")
                    .promise(Promise.neverAbove(0));
            report.line("values out of order", syncs - rightValues.get(), "")
                    .promise(Promise.neverAbove(0));
            report.line(
                    "messages in a datagram",
                    (double) syncs * PER_SYNC / link.statistics().packetsSent(),
                    "");
            link.send(TestSynth.free());
        }
    }

    private void flood(OscLink link) throws InterruptedException {
        for (int sync = 1; sync <= SYNCS; sync++) {
            for (int i = 1; i < PER_SYNC; i++) {
                link.send(TestSynth.set(-i));
            }
            link.send(TestSynth.set(sync));
            link.send(TestSynth.get());
            acquire(1);
            link.send(OscMessage.of("/sync", sync));
        }
        acquire(OPEN_SYNCS);
        free.release(OPEN_SYNCS);
        lastValue = 0;
    }

    private void acquire(int syncs) throws InterruptedException {
        if (!free.tryAcquire(syncs, 10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("scsynth answered no sync for 10 s");
        }
    }

    private void received(OscPacket packet) {
        OscMessage message = (OscMessage) packet;
        if (message.address().equals("/synced")) {
            answers.incrementAndGet();
            free.release();
        } else if (message.address().equals("/n_set") && message.intAt(2) == lastValue + 1) {
            lastValue = message.intAt(2);
            rightValues.incrementAndGet();
        }
    }
}
