package org.scaena.console.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Text in columns, two spaces apart, the head in the first line; never wider than 80 columns: what
 * does not fit is taken from the widest column.
 */
final class Table {

    private static final int MAX_WIDTH = 80;
    private static final int GAP = 2;

    private final List<String[]> rows = new ArrayList<>();

    Table(String... head) {
        rows.add(head);
    }

    Table row(Object... cells) {
        String[] row = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            row[i] = String.valueOf(cells[i]);
        }
        rows.add(row);
        return this;
    }

    private int[] widths() {
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        int total = GAP * (widths.length - 1);
        int widest = 0;
        for (int i = 0; i < widths.length; i++) {
            total += widths[i];
            widest = widths[i] > widths[widest] ? i : widest;
        }
        widths[widest] -= Math.max(0, Math.min(widths[widest] - 1, total - MAX_WIDTH));
        return widths;
    }

    @Override
    public String toString() {
        int[] widths = widths();
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = cut(row[i], widths[i]);
                line.append(cell).append(" ".repeat(widths[i] - cell.length() + GAP));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static String cut(String cell, int width) {
        return cell.length() <= width ? cell : cell.substring(0, width - 1) + "…";
    }
}
