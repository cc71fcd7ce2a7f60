package org.scaena.bench.osc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Instant;
import java.util.function.IntFunction;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.bench.TestScsynth;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscLink;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscTimeTag;

/**
 * What scsynth drops without a word: beside a bare socket that sends the same as fast as it can.
 */
final class Losses {

    private static final int GROUPS = 10_000;
    private static final int BUNDLES = 4_000;
    private static final int FIRST = 100_000;
    private static final double SECONDS_AHEAD = 2;

    private final TestScsynth scsynth;

    Losses(TestScsynth scsynth) {
        this.scsynth = scsynth;
    }

    void run(Report report) throws Exception {
        Replies replies = new Replies();
        try (OscLink link = Links.to(scsynth, replies)) {
            link.send(OscMessage.of("/notify", 1));
            replies.next("/done");
            report.section("10,000 /g_new at once: notifications that did not come");
            flood(GROUPS, Losses::group);
            settle(link, replies);
            report.line("bare DatagramChannel", GROUPS - replies.count("/n_go"), "");
            clear(link, replies);
            for (int i = 0; i < GROUPS; i++) {
                link.send(group(i));
            }
            settle(link, replies);
            report.line("link", GROUPS - replies.count("/n_go"), "").promise(Promise.neverAbove(0));
            clear(link, replies);

            report.section("4,000 bundles for moments 2 s ahead: those that were not run");
            flood(BUNDLES, Losses::later);
            awaitLater(link, replies);
            report.line("bare DatagramChannel", BUNDLES - replies.count("/n_go"), "");
            clear(link, replies);
            for (int i = 0; i < BUNDLES; i++) {
                link.send(later(i));
            }
            awaitLater(link, replies);
            report.line("link", BUNDLES - replies.count("/n_go"), "")
                    .promise(Promise.neverAbove(0));
            clear(link, replies);
        }
    }

    private static OscMessage group(int i) {
        return OscMessage.of("/g_new", FIRST + i, 0, 0);
    }

    private static OscPacket later(int i) {
        long nanos = (long) (SECONDS_AHEAD * 1e9) + i * 500_000L;
        return OscBundle.of(OscTimeTag.of(Instant.now().plusNanos(nanos)), group(i));
    }

    private void flood(int count, IntFunction<OscPacket> packet) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocateDirect(1_024);
        try (DatagramChannel bare = DatagramChannel.open().connect(scsynth.address())) {
            for (int i = 0; i < count; i++) {
                Links.CODEC.encode(packet.apply(i), bytes.clear());
                bare.write(bytes.flip());
            }
        }
    }

    /** Waits until scsynth has done all it has, without forgetting what it tells. */
    private static void settle(OscLink link, Replies replies) throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            replies.await(link);
        }
    }

    private static void awaitLater(OscLink link, Replies replies) throws InterruptedException {
        Thread.sleep((long) (1e3 * SECONDS_AHEAD) + BUNDLES / 2 + 1_000);
        settle(link, replies);
    }

    /** Frees in portions that scsynth can tell of. */
    private static void clear(OscLink link, Replies replies) throws InterruptedException {
        link.send(OscMessage.of("/g_freeAll", 0));
        settle(link, replies);
        replies.count("/n_end");
    }
}
