package org.scaena.bench.tree;

import org.scaena.bench.Benchmark;
import org.scaena.bench.Report;

/** Ids and the mirror of the node tree, each beside a naive model. */
public final class TreeBenchmark implements Benchmark {

    @Override
    public String name() {
        return "tree";
    }

    @Override
    public String summary() {
        return "ids; the mirror of the node tree, its memory and healing";
    }

    @Override
    public void run(Report report) throws Exception {
        CallCosts.measure(report);
        IdSpeed.measure(report);
        MirrorSpeed.measure(report);
        SnapshotSpeed.measure(report);
        Storm.measure(report);
        report.note(
                "Notifications come from a stub, but for the storm; one thread takes them in and"
                        + " calls one listener. Times are those that it had a core; of the storm"
                        + " they are the clock's.");
    }
}
