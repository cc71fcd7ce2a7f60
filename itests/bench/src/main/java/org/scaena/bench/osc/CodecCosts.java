package org.scaena.bench.osc;

import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.scaena.bench.Line;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.bench.Samples;

/** What it costs to write and read one message, by JMH, whose results are of raw types. */
@SuppressWarnings("rawtypes")
final class CodecCosts {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    void run(Report report) throws Exception {
        Map<String, RunResult> results =
                new Runner(
                                new OptionsBuilder()
                                        .include(org.scaena.jmh.CodecCosts.class.getName())
                                        .addProfiler(GCProfiler.class)
                                        .verbosity(VerboseMode.SILENT)
                                        .build())
                        .run().stream().collect(Collectors.toMap(CodecCosts::method, one -> one));
        report.section("one /n_set of two controls, 40 bytes");
        Line floor = report.line("write: bare ByteBuffer", nanos(results.get("writeBare")), "ns");
        report.line("write: Scaena's codec", nanos(results.get("writeScaena")), "ns")
                .over(floor)
                .promise(Promise.ratioAtMost(1.5));
        report.line("write: JavaOSC, guarded", nanos(results.get("writeJavaOsc")), "ns")
                .over(floor);
        Line read = report.line("read: Scaena's codec", nanos(results.get("readScaena")), "ns");
        report.line("read: JavaOSC, guarded", nanos(results.get("readJavaOsc")), "ns").over(read);
        report.line("allocated for writing one", allocated(results.get("writeScaena")), "B")
                .promise(Promise.neverAbove(0));
        report.line("allocated for reading one", allocated(results.get("readScaena")), "B");
    }

    private static String method(RunResult result) {
        BenchmarkParams params = result.getParams();
        return params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
    }

    private static Samples nanos(RunResult result) {
        return Samples.of(
                result.getBenchmarkResults().stream()
                        .flatMap(fork -> fork.getIterationResults().stream())
                        .map(iteration -> iteration.getPrimaryResult().getScore())
                        .toList());
    }

    /** Bytes; what JMH itself allocates is a fraction of one. */
    private static double allocated(RunResult result) {
        return result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(ALLOCATED))
                .mapToDouble(entry -> Math.floor(entry.getValue().getScore()))
                .findFirst()
                .orElse(Double.NaN);
    }
}
