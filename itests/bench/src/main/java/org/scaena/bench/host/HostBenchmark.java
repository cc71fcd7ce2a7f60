package org.scaena.bench.host;

import java.util.ArrayList;
import java.util.List;
import org.scaena.bench.Benchmark;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.bench.Samples;

/** How long {@code bin/scaena run} takes to a usable server, and what memory it holds then. */
public final class HostBenchmark implements Benchmark {

    private static final int ROUNDS = 5;

    @Override
    public String name() {
        return "host";
    }

    @Override
    public String summary() {
        return "the host from its start to a usable server; its memory";
    }

    @Override
    public void run(Report report) throws Exception {
        List<Double> unpacked = new ArrayList<>();
        List<Double> first = new ArrayList<>();
        List<Double> later = new ArrayList<>();
        List<Double> resident = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            report.progress("round %d of %d".formatted(round, ROUNDS));
            try (HostHome home = HostHome.unpacked()) {
                unpacked.add(home.start().seconds());
            }
            try (HostHome home = HostHome.built()) {
                first.add(home.start().seconds());
                HostHome.Start start = home.start();
                later.add(start.seconds());
                resident.add(start.residentMb());
            }
        }
        report.section("start to a usable server");
        report.line("built tree, first start", Samples.of(first), "s").promise(Promise.atMost(2));
        report.line("built tree, later start", Samples.of(later), "s").promise(Promise.atMost(1.5));
        report.line("unpacked archive, first start", Samples.of(unpacked), "s");
        report.section("resident memory");
        report.line("JVM, when ready", Samples.of(resident), "MB").promise(Promise.atMost(120));
        report.note(
                "The times are those of the line 'ready' in the host's own log, JACK included.");
    }
}
