package org.scaena.bench.continuity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What {@link SwapRun} found out, and {@link Swaps} tells: lines of a kind, a name, a number. */
final class SwapFigures {

    static final String COMPARED = "samples compared";
    static final String DIFFERING = "differing samples";
    static final String SENT = "messages sent";
    static final String LOST = "messages lost";
    static final String REFUSED = "messages refused, or come twice";

    private static final String GAP = "gap";
    private static final String COUNT = "count";
    private static final String BETWEEN = "\t";

    private final Map<String, List<Double>> gaps = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    /** As a file has them. */
    static SwapFigures read(Path file) throws IOException {
        SwapFigures figures = new SwapFigures();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split(BETWEEN);
            if (parts[0].equals(GAP)) {
                figures.gap(parts[1], Double.parseDouble(parts[2]));
            } else {
                figures.count(parts[1], Integer.parseInt(parts[2]));
            }
        }
        return figures;
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        eachGap((what, all) -> all.forEach(gap -> lines.add(line(GAP, what, gap))));
        counts.forEach((what, count) -> lines.add(line(COUNT, what, count)));
        Files.write(file, lines);
    }

    private static String line(String kind, String what, Number figure) {
        return String.join(BETWEEN, kind, what, figure.toString());
    }

    /** Once more a module was replaced in some way. */
    void gap(String what, double millis) {
        gaps.computeIfAbsent(what, none -> new ArrayList<>()).add(millis);
    }

    void eachGap(BiConsumer<String, List<Double>> action) {
        gaps.forEach(action);
    }

    /** So many more. */
    void count(String what, int more) {
        counts.merge(what, more, Integer::sum);
    }

    int count(String what) {
        return counts.getOrDefault(what, 0);
    }
}
