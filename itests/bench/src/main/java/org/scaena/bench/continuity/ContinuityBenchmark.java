package org.scaena.bench.continuity;

import org.scaena.bench.Benchmark;
import org.scaena.bench.Report;

/** Whether the sound goes on, whatever is replaced, and what it costs. */
public final class ContinuityBenchmark implements Benchmark {

    @Override
    public String name() {
        return "continuity";
    }

    @Override
    public String summary() {
        return "modules replaced, scsynth killed, while 200 synths play";
    }

    @Override
    public void run(Report report) throws Exception {
        new Swaps(report).run();
        new Recoveries(report).run();
    }
}
