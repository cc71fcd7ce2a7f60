package org.scaena.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a benchmark has to say. Not for several threads. */
public final class Report {

    private final Benchmark benchmark;
    private final Consumer<String> progress;
    private final List<Section> sections = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Report(Benchmark benchmark, Consumer<String> progress) {
        this.benchmark = benchmark;
        this.progress = progress;
    }

    /** Begins a group of lines, for example one measure whose lines are the contenders. */
    public void section(String title) {
        sections.add(new Section(title));
    }

    /** Adds a line: what was measured several times. */
    public Line line(String what, Samples samples, String unit) {
        Line line = new Line(what, samples, unit);
        last().lines().add(line);
        return line;
    }

    /** Adds a line: a figure that there is once, for example how many were lost. */
    public Line line(String what, double value, String unit) {
        return line(what, Samples.of(value), unit);
    }

    /** Names a contender that cannot take part. */
    public void absent(String what, String why) {
        last().absent().put(what, why);
    }

    /** A sentence that readers of the figures need. */
    public void note(String sentence) {
        notes.add(sentence);
    }

    /** Says at once what goes on, as measuring takes long. */
    public void progress(String step) {
        progress.accept(benchmark.name() + ": " + step);
    }

    Benchmark benchmark() {
        return benchmark;
    }

    List<Section> sections() {
        return sections;
    }

    List<String> notes() {
        return notes;
    }

    /** The lines whose promise is not kept. */
    List<Line> missed() {
        return sections.stream()
                .flatMap(section -> section.lines().stream())
                .filter(Line::isMissed)
                .toList();
    }

    private Section last() {
        if (sections.isEmpty()) {
            section(benchmark.summary());
        }
        return sections.get(sections.size() - 1);
    }
}
