package org.coreograph.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Says which figure belongs beside which limit and what the goal is, and writes both as a Markdown table. */
final class BenchmarkTable {
    private static final double FRAME_MILLIS = 16;

    /**
     * A figure in nanoseconds and its limit.
     *
     * @param besides what the limit is
     * @param params which of a benchmark's results is meant
     */
    private record Comparison(
            String what, String figure, String limit, String besides, Map<String, String> params, String goal) {}

    private static final List<Comparison> COMPARISONS = List.of(
            event("2", "ratio at most 1.5"),
            turn("2", "ratio at most 1.5"),
            event("64", "ratio at most 1.6"),
            turn("64", ""),
            event("1000", "ratio at most 2.2"),
            turn("1000", ""),
            ownEvent("event with no hand-off", "0"),
            ownEvent("event with no hand-off while 63 tasks wait", "63"),
            preemption("quanta that end together", "together"),
            preemption("quanta that end apart", "apart"),
            append("record in the trace", "append", "bareStore", "stores in an array that is there"),
            append("record in the trace", "append", "bareStoreInNewMemory", "stores in new arrays"),
            append("record while another core's log is written", "appendBesideAnother", "appendOnAThread", "alone"));

    private final BenchmarkResults results;
    private final List<String> rows = new ArrayList<>();

    BenchmarkTable(BenchmarkResults results) {
        this.results = results;
    }

    private static Comparison event(String tasks, String goal) {
        String cores = tasks.equals("1000") ? "256" : tasks;
        String what = "event with a switch of threads, " + tasks + " tasks on " + cores + " cores";
        return switching(what, "SwitchBenchmark.sideBySide", tasks, goal);
    }

    private static Comparison turn(String tasks, String goal) {
        String what = "the same with a preemption, " + tasks + " tasks on one core";
        return switching(what, "SwitchBenchmark.turns", tasks, goal);
    }

    private static Comparison switching(String what, String figure, String tasks, String goal) {
        Map<String, String> params = Map.of("tasks", tasks);
        return new Comparison(what, figure, "SwitchBenchmark.rawHandOff", "raw park and unpark", params, goal);
    }

    private static Comparison ownEvent(String what, String waiting) {
        Map<String, String> params = Map.of("waiting", waiting);
        return new Comparison(
                what, "EventBenchmark.ownEvent", "EventBenchmark.bareClock", "an addition", params, "at most 20 ns");
    }

    private static Comparison preemption(String what, String arrivals) {
        return new Comparison(
                "simulated preemption, 64 cores and 1,000 tasks, " + what,
                "PreemptionBenchmark.engine",
                "PreemptionBenchmark.bareLoop",
                "a heap, a ring and a log",
                Map.of("arrivals", arrivals),
                "at most 60 ns");
    }

    private static Comparison append(String what, String figure, String limit, String besides) {
        return new Comparison(what, "TraceBenchmark." + figure, "TraceBenchmark." + limit, besides, Map.of(), "");
    }

    /** Returns the table; what wasn't measured is left out. */
    String markdown() {
        rows.clear();
        row("what", "figure", "beside", "ratio", "goal");
        row("---", "---", "---", "---", "---");
        COMPARISONS.forEach(this::compare);
        measured("virtual", "ratio at most 1.02", "ratio at least 0.95");
        measured("platform", "", "ratio at least 0.95");
        percentile("run, trace and numbers", "DragBenchmark.run", "");
        percentile("run, trace, numbers and a Java 2D picture", "DragBenchmark.runAndPaint", "");
        percentile("the whole window, laid out and drawn", "WindowBenchmark.step", "at most 16 ms");
        percentile("the whole window, rendered in software", "WindowBenchmark.stepToPixels", "at most 16 ms");
        return String.join("\n", rows) + "\n";
    }

    private void compare(Comparison row) {
        OptionalDouble figure = results.median(row.figure, row.params);
        OptionalDouble limit = results.median(row.limit, row.params);
        if (figure.isPresent() && limit.isPresent()) {
            double ratio = figure.getAsDouble() / limit.getAsDouble();
            String beside = nanos(limit.getAsDouble()) + ", " + row.besides;
            row(row.what, nanos(figure.getAsDouble()), beside, decimals(ratio, 2), row.goal);
        }
    }

    private void measured(String threads, String timeGoal, String speedUpGoal) {
        String name = "MeasuredBenchmark.countOnOneCoreAndTwo";
        Map<String, String> params = Map.of("threads", threads.toUpperCase(Locale.ROOT));
        if (results.median(name, params).isEmpty()) {
            return;
        }
        ToDoubleFunction<ToDoubleFunction<Map<String, Double>>> median =
                of -> results.medianOf(name, params, of).orElseThrow();
        row(
                "measured, two loops on one core, " + threads + " threads",
                decimals(median.applyAsDouble(micros -> micros.get("measuredOne") / 1e3), 1) + " ms",
                decimals(median.applyAsDouble(micros -> micros.get("bareOne") / 1e3), 1) + " ms, the bare loops",
                decimals(median.applyAsDouble(micros -> micros.get("measuredOne") / micros.get("bareOne")), 3),
                timeGoal);
        ToDoubleFunction<Map<String, Double>> speedUp = micros -> micros.get("measuredOne") / micros.get("measuredTwo");
        ToDoubleFunction<Map<String, Double>> bare = micros -> micros.get("bareOne") / micros.get("bareTwo");
        row(
                "measured, speed-up on two cores, " + threads + " threads",
                decimals(median.applyAsDouble(speedUp), 3),
                decimals(median.applyAsDouble(bare), 3) + ", two bare threads",
                decimals(median.applyAsDouble(micros -> speedUp.applyAsDouble(micros) / bare.applyAsDouble(micros)), 3),
                speedUpGoal);
    }

    private void percentile(String what, String benchmark, String goal) {
        results.percentile(benchmark, 99)
                .ifPresent(millis -> row(
                        "step of the core slider, 99th percentile: " + what,
                        decimals(millis, 2) + " ms",
                        decimals(FRAME_MILLIS, 0) + " ms, a frame",
                        decimals(millis / FRAME_MILLIS, 2),
                        goal));
    }

    private void row(String... cells) {
        rows.add("| " + String.join(" | ", cells) + " |");
    }

    private static String nanos(double nanos) {
        return decimals(nanos, nanos < 10 ? 2 : nanos < 100 ? 1 : 0) + " ns";
    }

    private static String decimals(double value, int count) {
        return String.format(Locale.ROOT, "%." + count + "f", value);
    }
}
