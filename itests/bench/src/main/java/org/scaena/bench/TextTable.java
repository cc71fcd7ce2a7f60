package org.scaena.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report as text, at most {@value #WIDTH} columns wide. */
final class TextTable {

    static final int WIDTH = 80;

    private static final int WHAT = 32;
    private static final String ROW = "%-" + WHAT + "s%9s%9s%9s %-6s%7s %s";

    private TextTable() {}

    static List<String> of(Report report) {
        List<String> text = new ArrayList<>();
        text.add(report.benchmark().name() + ": " + report.benchmark().summary());
        for (Section section : report.sections()) {
            text.add("");
            add(section, text);
        }
        if (!report.missed().isEmpty()) {
            text.add("");
            report.missed().forEach(line -> wrap("missed: " + line.verdict(), text));
        }
        if (!report.notes().isEmpty()) {
            text.add("");
            report.notes().forEach(note -> wrap(note, text));
        }
        return text;
    }

    private static void add(Section section, List<String> text) {
        if (section.title().length() < WHAT) {
            text.add(row(section.title(), "min", "median", "max", "unit", "ratio", ""));
        } else {
            wrap(section.title(), text);
            text.add(row("", "min", "median", "max", "unit", "ratio", ""));
        }
        for (Line line : section.lines()) {
            Samples samples = line.samples();
            boolean once = samples.count() == 1;
            text.add(
                    row(
                            "  " + line.what(),
                            once ? "" : Figures.text(samples.min()),
                            Figures.text(samples.median()),
                            once ? "" : Figures.text(samples.max()),
                            line.unit(),
                            line.floor() == null ? "" : Figures.ratio(line.ratio()),
                            line.promise() == null ? "" : line.isMissed() ? "MISS" : "ok"));
        }
        section.absent().forEach((what, why) -> wrap("  " + what + ": absent, " + why, text));
    }

    private static String row(String what, Object... columns) {
        String fitting = what.length() <= WHAT ? what : what.substring(0, WHAT - 1) + "…";
        Object[] all = new Object[columns.length + 1];
        all[0] = fitting;
        System.arraycopy(columns, 0, all, 1, columns.length);
        return String.format(Locale.ROOT, ROW, all).stripTrailing();
    }

    /** Breaks at spaces; what follows is indented. */
    static void wrap(String sentence, List<String> text) {
        String rest = sentence;
        while (rest.length() > WIDTH) {
            int at = rest.lastIndexOf(' ', WIDTH);
            int end = at > 4 ? at : WIDTH;
            text.add(rest.substring(0, end));
            rest = "    " + rest.substring(end).strip();
        }
        text.add(rest);
    }
}
