package org.scaena.bench.host;

import java.util.ArrayList;
import java.util.List;
import org.scaena.bench.Benchmark;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.bench.Samples;

/** How long {@code bin/scaena run} takes to a usable server, and what memory it holds then. */
public final class HostBenchmark implements Benchmark {

    private static final int NEW_HOMES = 3;
    private static final int LATER_STARTS = 2;

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
        List<Double> first = new ArrayList<>();
        List<Double> later = new ArrayList<>();
        List<Double> resident = new ArrayList<>();
        for (int home = 1; home <= NEW_HOMES; home++) {
            report.progress("new home %d of %d".formatted(home, NEW_HOMES));
            try (HostHome fresh = HostHome.unpack()) {
                first.add(fresh.start().seconds());
                for (int i = 0; i < LATER_STARTS; i++) {
                    HostHome.Start start = fresh.start();
                    later.add(start.seconds());
                    resident.add(start.residentMb());
                }
            }
        }
        report.section("start to a usable server");
        report.line("first start", Samples.of(first), "s").promise(Promise.atMost(2));
        report.line("later starts", Samples.of(later), "s").promise(Promise.atMost(1.5));
        report.section("resident memory");
        report.line("JVM, when ready", Samples.of(resident), "MB").promise(Promise.atMost(120));
        report.note(
                "The times are those of the line 'ready' in the host's own log, JACK included.");
    }
}
