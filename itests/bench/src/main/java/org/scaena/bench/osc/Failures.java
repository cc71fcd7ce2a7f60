package org.scaena.bench.osc;

import org.scaena.bench.Measure;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.bench.Rounds;
import org.scaena.bench.TestAudio;
import org.scaena.bench.TestScsynth;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscLink;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscTimeTag;

/** How soon a {@code /fail} is known, and that joining does not hide any. */
final class Failures {

    private static final double TWO_PERIODS_MS = 2e3 * TestAudio.PERIOD / TestAudio.SAMPLE_RATE;
    private static final int MANY = 2_000;

    private final TestScsynth scsynth;

    Failures(TestScsynth scsynth) {
        this.scsynth = scsynth;
    }

    void run(Report report) throws Exception {
        Replies replies = new Replies();
        try (OscLink link = Links.to(scsynth, replies)) {
            report.section("/fail");
            Measure one = Measure.milliseconds(() -> failOnce(link, replies));
            report.line("known after", new Rounds(20, 400).of(one), "ms")
                    .promise(Promise.atMost(TWO_PERIODS_MS));
            report.line("of 2,000 not told in order", failMany(link, replies), "")
                    .promise(Promise.neverAbove(0));
            report.line("of these, sent joined", link.statistics().messagesJoined(), "");
            report.line("done in a bundle after a failure", afterFailed(link, replies), "");
        }
    }

    private static void failOnce(OscLink link, Replies replies) throws InterruptedException {
        link.send(OscMessage.of("/n_free", 999_999));
        replies.next("/fail");
    }

    private static int failMany(OscLink link, Replies replies) throws InterruptedException {
        for (int i = 0; i < MANY; i++) {
            link.send(OscMessage.of("/n_set", 500_000 + i, "x", 0f));
        }
        int wrong = 0;
        for (int i = 0; i < MANY; i++) {
            String text = replies.next("/fail").stringAt(1);
            wrong += text.equals("Node %d not found".formatted(500_000 + i)) ? 0 : 1;
        }
        return wrong;
    }

    /** 1 if scsynth goes on with a bundle after a command in it that failed. */
    private static int afterFailed(OscLink link, Replies replies) throws InterruptedException {
        link.send(
                OscBundle.of(
                        OscTimeTag.IMMEDIATELY,
                        OscMessage.of("/n_free", 999_999),
                        OscMessage.of("/sync", 4_711)));
        return replies.next("/synced").intAt(0) == 4_711 ? 1 : 0;
    }
}
