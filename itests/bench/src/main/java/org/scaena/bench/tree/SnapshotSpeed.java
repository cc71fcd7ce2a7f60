package org.scaena.bench.tree;

import java.util.LinkedHashMap;
import java.util.Map;
import org.scaena.bench.Line;
import org.scaena.bench.Measure;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.bench.Rounds;
import org.scaena.bench.Samples;
import org.scaena.node.NodeTree;
import org.scaena.nodetree.internal.NodeTrees;

/** How long a snapshot takes. */
final class SnapshotSpeed {

    private static final int NODES = 10_000;
    private static final Rounds ROUNDS = new Rounds(200, 200);

    private SnapshotSpeed() {}

    static void measure(Report report) throws Exception {
        report.progress("snapshots");
        NaiveTree naive = new NaiveTree(event -> {});
        Feed.begin(NODES, naive::notified);
        try (NodeTree tree = new NodeTrees().open("bench", new SilentServer())) {
            tree.refresh().await();
            Feed.begin(NODES, tree::notified);
            if (!tree.snapshot().equals(naive.snapshot())) {
                throw new IllegalStateException("the two mirrors differ");
            }
            Map<String, Measure> contenders = new LinkedHashMap<>();
            contenders.put("naive", milliseconds(naive::snapshot));
            contenders.put("ours", milliseconds(tree::snapshot));
            Map<String, Samples> samples = ROUNDS.inTurn(contenders);
            report.section("snapshot of 10,000 nodes");
            Line floor = report.line("copied by recursion", samples.get("naive"), "ms");
            report.line("Scaena", samples.get("ours"), "ms").over(floor).promise(Promise.atMost(2));
        }
    }

    private static Measure milliseconds(Measure.Work snapshot) {
        Measure nanoseconds = ProcessorTime.nanoseconds(1, snapshot);
        return () -> nanoseconds.once() / 1e6;
    }
}
