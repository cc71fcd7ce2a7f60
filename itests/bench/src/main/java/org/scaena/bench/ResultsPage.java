package org.scaena.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code RESULTS.md} and its charts: the last run of all benchmarks, for people. */
final class ResultsPage {

    private static final String HEAD =
            """
            # Results

            Written by the last `distribution/bin/scaena bench` without a name; what is changed by hand
            is lost with the next. One benchmark: `distribution/bin/scaena bench NAME`. How they are made,
            and how one is added: [README](README.md).

            `ratio` is the median over that of the line it is compared with, mostly *floor*: the same with
            no library at all. A promise of Scaena's lines beside others is the best of the others.
            """;

    private final Path folder;
    private final List<String> text = new ArrayList<>();

    private ResultsPage(Path folder) {
        this.folder = folder;
    }

    /** Writes it into a folder, in place of what was there. */
    static void write(Path folder, Surroundings surroundings, List<Report> reports)
            throws IOException {
        ResultsPage page = new ResultsPage(folder);
        page.clearCharts();
        page.text.addAll(HEAD.lines().toList());
        page.promises(reports);
        page.surroundings(surroundings);
        for (Report report : reports) {
            page.report(report);
        }
        Files.write(folder.resolve("RESULTS.md"), page.text);
    }

    private Path charts() throws IOException {
        return Files.createDirectories(folder.resolve("charts"));
    }

    private void clearCharts() throws IOException {
        try (DirectoryStream<Path> old = Files.newDirectoryStream(charts(), "*.svg")) {
            for (Path chart : old) {
                Files.delete(chart);
            }
        }
    }

    private void promises(List<Report> reports) {
        long made =
                reports.stream()
                        .flatMap(report -> report.sections().stream())
                        .flatMap(section -> section.lines().stream())
                        .filter(line -> line.promise() != null)
                        .count();
        long missed = reports.stream().mapToLong(report -> report.missed().size()).sum();
        add(
                "",
                "## What it says",
                "",
                "%d of %d promises are kept.".formatted(made - missed, made));
        for (Report report : reports) {
            for (Section section : report.sections()) {
                section.lines().stream()
                        .filter(Line::isMissed)
                        .forEach(
                                line ->
                                        add(
                                                "- missed, %s: %s – %s"
                                                        .formatted(
                                                                report.benchmark().name(),
                                                                section.title(),
                                                                line.verdict())));
            }
        }
    }

    private void surroundings(Surroundings surroundings) {
        add("", "## Where", "");
        if (surroundings.isBusy()) {
            add("**" + Surroundings.BUSY + ".**", "");
        }
        add("| | |", "| --- | --- |");
        surroundings.values().forEach((key, value) -> add("| %s | %s |".formatted(key, value)));
    }

    private void report(Report report) throws IOException {
        add("", "## %s: %s".formatted(report.benchmark().name(), report.benchmark().summary()));
        int number = 0;
        for (Section section : report.sections()) {
            number++;
            add("", "### " + section.title(), "");
            table(section);
            section.absent().forEach((what, why) -> add("", "%s: absent, %s".formatted(what, why)));
            chart(section, report.benchmark().name() + "-" + number + ".svg");
        }
        report.notes().forEach(note -> add("", note));
    }

    private void table(Section section) {
        add(
                "| | min | median | max | unit | ratio | promise |",
                "| --- | ---: | ---: | ---: | --- | ---: | --- |");
        for (Line line : section.lines()) {
            Samples samples = line.samples();
            Promise promise = line.promise();
            add(
                    "| %s | %s | %s | %s | %s | %s | %s |"
                            .formatted(
                                    line.what(),
                                    Figures.text(samples.min()),
                                    Figures.text(samples.median()),
                                    Figures.text(samples.max()),
                                    line.unit(),
                                    line.floor() == null ? "" : Figures.ratio(line.ratio()),
                                    promise == null
                                            ? ""
                                            : promise
                                                    + (line.isMissed()
                                                            ? ": **missed**"
                                                            : ": kept")));
        }
    }

    private void chart(Section section, String name) throws IOException {
        if (section.lines().isEmpty()) {
            return;
        }
        String unit = section.lines().get(0).unit();
        List<Line> comparable =
                section.lines().stream().filter(line -> line.unit().equals(unit)).toList();
        if (comparable.size() > 1) {
            Files.writeString(
                    charts().resolve(name), new BarChart(section.title(), comparable).svg());
            add("", "![%s](charts/%s)".formatted(section.title(), name));
        }
    }

    private void add(String... lines) {
        text.addAll(List.of(lines));
    }
}
