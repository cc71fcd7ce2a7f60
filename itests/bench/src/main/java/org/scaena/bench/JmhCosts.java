package org.scaena.bench;

import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What single calls cost, by JMH in JVMs of their own; its results are of raw types. */
@SuppressWarnings("rawtypes")
public final class JmhCosts {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final Map<String, RunResult> results;

    private JmhCosts(Map<String, RunResult> results) {
        this.results = results;
    }

    /** Runs all benchmarks of a class. */
    public static JmhCosts of(Class<?> benchmarks) throws RunnerException {
        return new JmhCosts(
                new Runner(
                                new OptionsBuilder()
                                        .include(benchmarks.getName())
                                        .addProfiler(GCProfiler.class)
                                        .verbosity(VerboseMode.SILENT)
                                        .build())
                        .run().stream().collect(Collectors.toMap(JmhCosts::method, one -> one)));
    }

    private static String method(RunResult result) {
        BenchmarkParams params = result.getParams();
        return params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
    }

    /** What a call takes, in the unit of the benchmark. */
    public Samples time(String method) {
        return Samples.of(
                results.get(method).getBenchmarkResults().stream()
                        .flatMap(fork -> fork.getIterationResults().stream())
                        .map(iteration -> iteration.getPrimaryResult().getScore())
                        .toList());
    }

    /** Bytes that a call allocates; what JMH itself allocates is a fraction of one. */
    public double allocated(String method) {
        return results.get(method).getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(ALLOCATED))
                .mapToDouble(entry -> Math.floor(entry.getValue().getScore()))
                .findFirst()
                .orElse(Double.NaN);
    }
}
