package org.scaena.bench.tree;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scaena.bench.Line;
import org.scaena.bench.Measure;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.bench.Rounds;
import org.scaena.bench.Samples;
import org.scaena.node.NodeTree;
import org.scaena.nodetree.internal.NodeTrees;
import org.scaena.osc.OscMessage;

/** How many notifications a mirror of a million nodes takes in, and what memory it needs. */
final class MirrorSpeed {

    private static final int NODES = 1_000_000;
    private static final int SYNTHS = 50_000;
    private static final int COLLECTIONS = 4;
    private static final Rounds ROUNDS = new Rounds(4, 9);

    private MirrorSpeed() {}

    static void measure(Report report) throws Exception {
        report.progress("a mirror of a million nodes");
        long[] heard = new long[2];
        long empty = usedBytes();
        NaiveTree naive = new NaiveTree(event -> heard[0]++);
        Feed.begin(NODES, naive::notified);
        long withNaive = usedBytes();
        try (NodeTree tree = new NodeTrees().open("bench", new SilentServer())) {
            tree.refresh().await();
            tree.listen(event -> heard[1]++);
            Feed.begin(NODES, tree::notified);
            long withBoth = usedBytes();

            report.section("memory of a node, of a million");
            Line floor = report.line("maps and lists", (double) (withNaive - empty) / NODES, "B");
            report.line("Scaena", (double) (withBoth - withNaive) / NODES, "B")
                    .over(floor)
                    .promise(Promise.atMost(150));

            speed(report, naive, tree);
        }
        if (heard[0] != heard[1]) {
            throw new IllegalStateException("the two mirrors told of different things");
        }
    }

    private static void speed(Report report, NaiveTree naive, NodeTree tree) throws Exception {
        List<OscMessage> messages = Feed.life(NODES, SYNTHS);
        Map<String, Measure> contenders = new LinkedHashMap<>();
        contenders.put(
                "naive",
                ProcessorTime.perSecond(messages.size(), () -> messages.forEach(naive::notified)));
        contenders.put(
                "ours",
                ProcessorTime.perSecond(messages.size(), () -> messages.forEach(tree::notified)));
        Map<String, Samples> samples = ROUNDS.inTurn(contenders);
        report.section("notifications taken in and told, a million nodes");
        Line floor = report.line("maps and lists", samples.get("naive"), "/s");
        report.line("Scaena", samples.get("ours"), "/s")
                .over(floor)
                .promise(Promise.atLeast(2_000_000))
                .because(
                        "a million nodes are more than the processor's caches hold: it is the"
                                + " speed of this machine's memory, see the naive model beside it");
    }

    private static long usedBytes() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
