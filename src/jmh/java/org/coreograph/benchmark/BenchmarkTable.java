package org.coreograph.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Says which figure belongs beside which limit and what the goal is, and writes both as a Markdown table. */
final class BenchmarkTable {
    private static final Map<String, String> VIRTUAL = Map.of("threads", "VIRTUAL");
    private static final Map<String, String> PLATFORM = Map.of("threads", "PLATFORM");

    private final BenchmarkResults results;

    BenchmarkTable(BenchmarkResults results) {
        this.results = results;
    }

    /** Returns the table; rows whose figures weren't measured are left out. */
    String markdown() {
        StringBuilder table = new StringBuilder("""
            | what | figure | limit | ratio | goal |
            | --- | --- | --- | --- | --- |
            """);
        for (String tasks : List.of("2", "64", "1000")) {
            Map<String, String> params = Map.of("tasks", tasks);
            String goal = tasks.equals("2") ? "ratio at most 1.5" : "";
            String limit = "SwitchBenchmark.rawHandOff";
            compare(
                    table,
                    "event with a switch of threads, " + tasks + " tasks side by side",
                    "SwitchBenchmark.sideBySide",
                    limit,
                    params,
                    goal);
            compare(
                    table,
                    "the same with a preemption, " + tasks + " tasks on one core",
                    "SwitchBenchmark.turns",
                    limit,
                    params,
                    goal);
        }
        compare(
                table,
                "event without a hand-over",
                "EventBenchmark.ownEvent",
                "EventBenchmark.bareClock",
                Map.of("waiting", "0"),
                "at most 20 ns");
        compare(
                table,
                "the same while 63 tasks wait",
                "EventBenchmark.ownEvent",
                "EventBenchmark.bareClock",
                Map.of("waiting", "63"),
                "at most 20 ns");
        compare(
                table,
                "simulated preemption, 64 cores, 1,000 tasks, at the same instants",
                "PreemptionBenchmark.engine",
                "PreemptionBenchmark.bareLoop",
                Map.of("arrivals", "together"),
                "at most 60 ns");
        compare(
                table,
                "simulated preemption, 64 cores, 1,000 tasks, each at its own instant",
                "PreemptionBenchmark.engine",
                "PreemptionBenchmark.bareLoop",
                Map.of("arrivals", "apart"),
                "at most 60 ns");
        compare(table, "record in the trace", "TraceBenchmark.append", "TraceBenchmark.bareStore", Map.of(), "");
        compare(
                table,
                "record in the trace, beside stores in new memory",
                "TraceBenchmark.append",
                "TraceBenchmark.bareStoreInNewMemory",
                Map.of(),
                "");
        compare(
                table,
                "record in the trace while a second writer appends",
                "TraceBenchmark.appendBesideAnother",
                "TraceBenchmark.appendOnAThread",
                Map.of(),
                "");
        measured(table, "virtual", VIRTUAL);
        measured(table, "platform", PLATFORM);
        percentile(table, "step of the slider: run, trace, numbers; 99th percentile", "DragBenchmark.runAndReport");
        return table.toString();
    }

    private void compare(
            StringBuilder table, String what, String benchmark, String limit, Map<String, String> params, String goal) {
        OptionalDouble figure = results.median(benchmark, params);
        OptionalDouble beside = results.median(limit, params);
        if (figure.isPresent() && beside.isPresent()) {
            row(
                    table,
                    what,
                    nanos(figure.getAsDouble()),
                    nanos(beside.getAsDouble()),
                    decimals(figure.getAsDouble() / beside.getAsDouble(), 2),
                    goal);
        }
    }

    private void measured(StringBuilder table, String kind, Map<String, String> params) {
        String name = "MeasuredBenchmark.countOnOneCoreAndTwo";
        OptionalDouble bare = results.medianOf(name, params, micros -> micros.get("bareOne") / 1e3);
        if (bare.isEmpty()) {
            return;
        }
        double one = results.medianOf(name, params, micros -> micros.get("measuredOne") / 1e3)
                .orElseThrow();
        double overhead = results.medianOf(name, params, m -> m.get("measuredOne") / m.get("bareOne"))
                .orElseThrow();
        row(
                table,
                "measured, two tasks on one core, " + kind + " threads",
                decimals(one, 1) + " ms",
                decimals(bare.getAsDouble(), 1) + " ms",
                decimals(overhead, 3),
                params.equals(VIRTUAL) ? "ratio at most 1.02" : "");
        double speedUp = results.medianOf(name, params, m -> m.get("measuredOne") / m.get("measuredTwo"))
                .orElseThrow();
        double bareSpeedUp = results.medianOf(name, params, m -> m.get("bareOne") / m.get("bareTwo"))
                .orElseThrow();
        double ratio = results.medianOf(
                        name,
                        params,
                        m -> m.get("measuredOne") / m.get("measuredTwo") / (m.get("bareOne") / m.get("bareTwo")))
                .orElseThrow();
        row(
                table,
                "measured, speed-up on two cores, " + kind + " threads",
                decimals(speedUp, 3),
                decimals(bareSpeedUp, 3),
                decimals(ratio, 3),
                "ratio at least 0.95");
    }

    private void percentile(StringBuilder table, String what, String benchmark) {
        results.percentile(benchmark, 99)
                .ifPresent(millis -> row(
                        table, what, decimals(millis, 2) + " ms", "16 ms", decimals(millis / 16, 2), "at most 16 ms"));
    }

    private static void row(StringBuilder table, String what, String figure, String limit, String ratio, String goal) {
        table.append("| ")
                .append(String.join(" | ", what, figure, limit, ratio, goal))
                .append(" |\n");
    }

    private static String nanos(double nanos) {
        return decimals(nanos, nanos < 10 ? 2 : nanos < 100 ? 1 : 0) + " ns";
    }

    private static String decimals(double value, int count) {
        return String.format(Locale.ROOT, "%." + count + "f", value);
    }
}
