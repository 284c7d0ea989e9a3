package org.coreograph.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table in Markdown of figures beside what they are compared with, and how a number is written in it. */
final class MarkdownTable {
    private final List<String> rows = new ArrayList<>();

    MarkdownTable() {
        row("what", "figure", "beside", "ratio", "goal");
        row("---", "---", "---", "---", "---");
    }

    void row(String what, String figure, String beside, String ratio, String goal) {
        rows.add("| " + String.join(" | ", what, figure, beside, ratio, goal) + " |");
    }

    String markdown() {
        return String.join("\n", rows) + "\n";
    }

    static String nanos(double nanos) {
        return decimals(nanos, nanos < 10 ? 2 : nanos < 100 ? 1 : 0) + " ns";
    }

    static String decimals(double value, int count) {
        return String.format(Locale.ROOT, "%." + count + "f", value);
    }
}
