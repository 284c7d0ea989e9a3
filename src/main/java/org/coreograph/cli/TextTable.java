package org.coreograph.cli;

import java.util.ArrayList;
import java.util.List;

/** Columns of text, as wide as they need to be: the named ones to the left, all others to the right. */
final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();
    private final int leftColumn;

    /** @param leftColumn which column stands to the left; figures stand to the right */
    TextTable(int leftColumn, String... header) {
        this.leftColumn = leftColumn;
        rows.add(List.of(header));
    }

    void add(String... cells) {
        rows.add(List.of(cells));
    }

    void appendTo(StringBuilder text) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String padding = " ".repeat(widths[i] - row.get(i).length());
                line.append("  ").append(i == leftColumn ? row.get(i) + padding : padding + row.get(i));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }
}
