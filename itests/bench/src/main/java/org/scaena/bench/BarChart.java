package org.scaena.bench;

import java.util.List;
import java.util.Locale;

/** Lines of one unit as bars: the median, and a stroke from the least to the greatest. As SVG. */
final class BarChart {

    private static final int WIDTH = 720;
    private static final int LABELS = 190;
    private static final int FIGURES = 90;
    private static final int ROW = 24;
    private static final int HEAD = 34;
    private static final int BAR = 14;

    private final String title;
    private final List<Line> lines;
    private final double greatest;

    BarChart(String title, List<Line> lines) {
        this.title = title;
        this.lines = lines;
        greatest = lines.stream().mapToDouble(line -> line.samples().max()).max().orElse(1);
    }

    String svg() {
        StringBuilder svg = new StringBuilder();
        int height = HEAD + lines.size() * ROW + 8;
        svg.append(
                """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" \
                viewBox="0 0 %1$d %2$d" font-family="sans-serif" font-size="12">
                <rect width="100%%" height="100%%" fill="white"/>
                <text x="8" y="20" font-weight="bold">%3$s, %4$s</text>
                """
                        .formatted(WIDTH, height, escaped(title), escaped(lines.get(0).unit())));
        for (int i = 0; i < lines.size(); i++) {
            row(lines.get(i), HEAD + i * ROW, svg);
        }
        return svg.append("</svg>\n").toString();
    }

    private void row(Line line, int y, StringBuilder svg) {
        Samples samples = line.samples();
        int middle = y + BAR / 2;
        svg.append(
                String.format(
                        Locale.ROOT,
                        """
                        <text x="8" y="%d">%s</text>
                        <rect x="%d" y="%d" width="%.1f" height="%d" fill="%s"/>
                        <path d="M%.1f %d H%.1f" stroke="#333" stroke-width="1.5"/>
                        <text x="%d" y="%d" text-anchor="end">%s</text>
                        """,
                        y + 11,
                        escaped(line.what()),
                        LABELS,
                        y,
                        Math.max(1, at(samples.median()) - LABELS),
                        BAR,
                        line.what().startsWith("Scaena") ? "#c4572e" : "#9db4c8",
                        at(samples.min()),
                        middle,
                        at(samples.max()),
                        WIDTH - 8,
                        y + 11,
                        Figures.text(samples.median())));
    }

    private double at(double value) {
        double share = greatest <= 0 ? 0 : value / greatest;
        return LABELS + share * (WIDTH - LABELS - FIGURES);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
