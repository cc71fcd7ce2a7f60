package org.scaena.bench.host;

import java.util.ArrayList;
import java.util.List;
import org.scaena.bench.Benchmark;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.bench.Samples;

/** How long {@code bin/scaena run} takes to a usable server, and what memory it holds then. */
public final class HostBenchmark implements Benchmark {

    private static final int ROUNDS = 4;
    private static final String FIRST = "built tree, first start";
    private static final String LATER = "built tree, later start";
    private static final String UNPACKED = "unpacked archive, first start";

    @Override
    public String name() {
        return "host";
    }

    @Override
    public String summary() {
        return "the host from start to usable; its memory, also under load";
    }

    @Override
    public void run(Report report) throws Exception {
        List<HostHome.Start> unpacked = new ArrayList<>();
        List<HostHome.Start> first = new ArrayList<>();
        List<HostHome.Start> later = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            report.progress("round %d of %d".formatted(round, ROUNDS));
            try (HostHome home = HostHome.unpacked()) {
                unpacked.add(home.start());
            }
            try (HostHome home = HostHome.built()) {
                first.add(home.start());
                later.add(home.start());
            }
        }
        report.section("start to a usable server");
        report.line(FIRST, seconds(first), "s").promise(Promise.atMost(2));
        report.line(LATER, seconds(later), "s")
                .promise(Promise.atMost(1.5))
                .because(
                        "most of it is processor time, see below, of a machine whose speed the"
                                + " bare lines of this page tell");
        report.line(UNPACKED, seconds(unpacked), "s");
        report.section("processor time until then");
        report.line(FIRST, processor(first), "s");
        report.line(LATER, processor(later), "s");
        report.line(UNPACKED, processor(unpacked), "s");
        report.section("resident memory then");
        report.line(
                        "JVM",
                        Samples.of(later.stream().map(HostHome.Start::residentMb).toList()),
                        "MB")
                .promise(Promise.atMost(120));
        report.progress("an hour's load");
        HourOfLoad.run(report);
        report.note(
                "The times are those of the line 'ready' in the host's own log, JACK included.");
    }

    private static Samples seconds(List<HostHome.Start> starts) {
        return Samples.of(starts.stream().map(HostHome.Start::seconds).toList());
    }

    private static Samples processor(List<HostHome.Start> starts) {
        return Samples.of(starts.stream().map(HostHome.Start::processorSeconds).toList());
    }
}
