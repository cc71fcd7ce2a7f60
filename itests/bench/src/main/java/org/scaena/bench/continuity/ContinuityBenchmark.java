package org.scaena.bench.continuity;

import org.scaena.bench.Benchmark;
import org.scaena.bench.Report;
import org.scaena.bench.host.KilledHosts;

/** Whether the sound goes on, whatever is replaced, and what it costs. */
public final class ContinuityBenchmark implements Benchmark {

    @Override
    public String name() {
        return "continuity";
    }

    @Override
    public String summary() {
        return "modules replaced, scsynth and hosts killed while it plays";
    }

    @Override
    public void run(Report report) throws Exception {
        new Swaps(report).run();
        new Recoveries(report).run();
        KilledHosts.run(report);
        Leaks.run(report);
    }
}
