package org.scaena.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs benchmarks and prints what they say. */
final class Run {

    private final PrintStream out;

    Run(PrintStream out) {
        this.out = out;
    }

    /** Whether all came to their end; a promise that is missed is no failure. */
    boolean of(Order order) throws IOException {
        Surroundings surroundings = new Surroundings();
        List<Report> reports = new ArrayList<>();
        boolean complete = true;
        for (Benchmark benchmark : order.benchmarks()) {
            Report report = new Report(benchmark, step -> out.println("scaena: " + step));
            reports.add(report);
            complete &= run(benchmark, report);
            out.println();
            TextTable.of(report).forEach(out::println);
            out.println();
        }
        surroundings.finish();
        surroundings.text().forEach(out::println);
        if (order.json().isPresent()) {
            Path file = order.json().get();
            Files.writeString(file, JsonReport.of(surroundings, reports));
            out.println("scaena: written to " + file);
        }
        if (order.page().isPresent()) {
            ResultsPage.write(order.page().get(), surroundings, reports);
            out.println("scaena: written to " + order.page().get().resolve("RESULTS.md"));
        }
        return complete;
    }

    private static boolean run(Benchmark benchmark, Report report) throws IOException {
        report.progress(benchmark.summary());
        try {
            benchmark.run(report);
            return true;
        } catch (Exception | LinkageError failure) {
            Path trace = Work.file(benchmark.name() + "-failure.log");
            StringWriter text = new StringWriter();
            failure.printStackTrace(new PrintWriter(text));
            Files.writeString(trace, text.toString());
            report.note("NOT FINISHED: " + failure + "; see " + trace);
            return false;
        }
    }
}
