package org.scaena.bench.osc;

import org.scaena.bench.Benchmark;
import org.scaena.bench.Report;
import org.scaena.bench.TestAudio;
import org.scaena.bench.TestScsynth;

/** The codec, the links and their flow control. */
public final class OscBenchmark implements Benchmark {

    @Override
    public String name() {
        return "osc";
    }

    @Override
    public String summary() {
        return "codec, round trips, floods of scsynth, hostile bytes";
    }

    @Override
    public void run(Report report) throws Exception {
        report.progress("encoding and decoding");
        new CodecCosts().run(report);
        report.progress("round trips to an echo on this machine");
        new RoundTrips().run(report);
        try (TestAudio audio = TestAudio.start();
                TestScsynth scsynth = TestScsynth.start(audio, "-n", "20000")) {
            report.progress("a flood of /n_set to scsynth");
            new SetFlood(scsynth).run(report);
            report.progress("eight threads that sync");
            new Syncs(scsynth).run(report);
            report.progress("failures");
            new Failures(scsynth).run(report);
            report.progress("what is lost of a flood");
            new Losses(scsynth).run(report);
        }
        report.progress("hostile datagrams");
        new Hostile().run(report);
    }
}
