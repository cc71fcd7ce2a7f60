package org.scaena.bench.continuity;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.bench.Samples;
import org.scaena.bench.Work;

/** What {@link SwapRun} measures, in a JVM that has the options with which a host is started. */
final class Swaps {

    private static final double GAP_MILLIS = 200;

    private final Report report;

    Swaps(Report report) {
        this.report = report;
    }

    void run() throws Exception {
        Path file = Work.file("swaps");
        measure(file);
        SwapFigures figures = SwapFigures.read(file);
        report.section("longest time from a command to its being done, while a module is replaced");
        figures.eachGap(
                (what, millis) ->
                        report.line(what, Samples.of(millis), "ms")
                                .promise(Promise.atMost(GAP_MILLIS))
                                .because(
                                        "what is replaced is loaded and linked anew, which takes"
                                                + " the Java machine most of that time"));
        report.section("what differs from a piece that is left alone");
        tell(figures, SwapFigures.COMPARED);
        promiseNone(figures, SwapFigures.DIFFERING);
        tell(figures, SwapFigures.SENT);
        promiseNone(figures, SwapFigures.LOST);
        promiseNone(figures, SwapFigures.REFUSED);
    }

    private void measure(Path file) throws IOException, InterruptedException {
        Process run =
                new ProcessBuilder(command(file))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader said = run.inputReader()) {
            said.lines().forEach(report::progress);
            if (run.waitFor() != 0) {
                throw new IOException("replacing modules failed with exit code " + run.exitValue());
            }
        } finally {
            run.destroy();
        }
    }

    private static List<String> command(Path file) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("scaena.bench.host", "").split(" ")));
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("scaena."))
                .map(name -> "-D" + name + "=" + System.getProperty(name))
                .forEach(command::add);
        command.add("-Dorg.slf4j.simpleLogger.logFile=" + Work.file("swaps.log"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(SwapRun.class.getName(), file.toString()));
        return command;
    }

    private void tell(SwapFigures figures, String what) {
        report.line(what, figures.count(what), "");
    }

    private void promiseNone(SwapFigures figures, String what) {
        report.line(what, figures.count(what), "").promise(Promise.neverAbove(0));
    }
}
