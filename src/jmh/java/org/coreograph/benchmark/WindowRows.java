package org.coreograph.benchmark;

import java.util.Map;
import java.util.OptionalDouble;
import org.coreograph.gallery.Gallery;
import org.coreograph.gallery.GalleryProgram;

/** The rows on the window: how it follows the core slider, and how soon a lesson is there. */
final class WindowRows {
    private static final double FRAME_MILLIS = 16;
    private static final double OPENING_MILLIS = 300;
    private static final String FRAME_GOAL = "at most 16 ms";

    private final BenchmarkResults results;
    private final MarkdownTable table;

    WindowRows(BenchmarkResults results, MarkdownTable table) {
        this.results = results;
        this.table = table;
    }

    void add() {
        step("run, trace and numbers", "DragBenchmark.run", Map.of(), "");
        step("run, trace, numbers and a Java 2D picture", "DragBenchmark.runAndPaint", Map.of(), "");
        for (GalleryProgram program : new Gallery().programs()) {
            Map<String, String> params = Map.of("program", program.id());
            step(program.id() + " in the whole window, laid out", "WindowBenchmark.step", params, FRAME_GOAL);
            step(program.id() + " in the whole window, rendered", "WindowBenchmark.stepToPixels", params, FRAME_GOAL);
            beside(
                    "first opening of the lesson on " + program.id(),
                    results.median("LessonBenchmark.firstOpening", params),
                    OPENING_MILLIS,
                    "",
                    "at most 300 ms");
        }
    }

    private void step(String what, String benchmark, Map<String, String> params, String goal) {
        beside(
                "step of the core slider, 99th percentile: " + what,
                results.percentile(benchmark, params, 99),
                FRAME_MILLIS,
                ", a frame",
                goal);
    }

    private void beside(String what, OptionalDouble millis, double limitMillis, String limit, String goal) {
        millis.ifPresent(figure -> table.row(
                what,
                MarkdownTable.decimals(figure, 1) + " ms",
                MarkdownTable.decimals(limitMillis, 0) + " ms" + limit,
                MarkdownTable.decimals(figure / limitMillis, 2),
                goal));
    }
}
