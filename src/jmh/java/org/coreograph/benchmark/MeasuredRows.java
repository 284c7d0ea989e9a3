package org.coreograph.benchmark;

import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.coreograph.model.Durations;
import org.coreograph.model.ThreadKind;

/** The rows on the measured clock, whose ratios are taken within an iteration. */
final class MeasuredRows {
    private static final String LOOPS = "MeasuredBenchmark.countOnOneCoreAndTwo";
    private static final String OPERATIONS = "UncontendedBenchmark.operations";
    private static final String PASSES = "PassingBenchmark.passes";

    private final BenchmarkResults results;
    private final MarkdownTable table;

    MeasuredRows(BenchmarkResults results, MarkdownTable table) {
        this.results = results;
        this.table = table;
    }

    void add() {
        for (ThreadKind threads : ThreadKind.values()) {
            loops(threads, 10, "ratio at most 1.01");
            loops(threads, 1, "ratio at most 1.02");
        }
        for (UncontendedOperation operation : UncontendedOperation.values()) {
            for (ThreadKind threads : ThreadKind.values()) {
                operation(operation, threads);
            }
        }
        for (ThreadKind threads : ThreadKind.values()) {
            passes(threads);
        }
    }

    private void loops(ThreadKind threads, int quantumMillis, String timeGoal) {
        Map<String, String> params =
                Map.of("threads", threads.name(), "quantumMillis", Integer.toString(quantumMillis));
        if (!results.has(LOOPS, params)) {
            return;
        }
        // The goals are for virtual threads; platform threads are handed over by the operating system.
        boolean virtual = threads == ThreadKind.VIRTUAL;
        String how = ", quantum " + quantumMillis + " ms, " + words(threads);
        ToDoubleFunction<Map<String, Double>> speedUp = micros -> micros.get("measuredOne") / micros.get("measuredTwo");
        ToDoubleFunction<Map<String, Double>> bare = micros -> micros.get("bareOne") / micros.get("bareTwo");
        table.row(
                "measured, two loops on one core" + how,
                MarkdownTable.decimals(results.medianOf(LOOPS, params, micros -> micros.get("measuredOne") / 1e3), 1)
                        + " ms",
                MarkdownTable.decimals(results.medianOf(LOOPS, params, micros -> micros.get("bareOne") / 1e3), 1)
                        + " ms, the bare loops",
                MarkdownTable.decimals(
                        results.medianOf(LOOPS, params, micros -> micros.get("measuredOne") / micros.get("bareOne")),
                        3),
                virtual ? timeGoal : "");
        gap("median" + how, "medianGapNanos", params, virtual ? "at most 5 µs" : "");
        gap("99th percentile" + how, "longGapNanos", params, virtual ? "at most 35 µs" : "");
        table.row(
                "measured, speed-up on two cores" + how,
                MarkdownTable.decimals(results.medianOf(LOOPS, params, speedUp), 3),
                MarkdownTable.decimals(results.medianOf(LOOPS, params, bare), 3) + ", two bare threads",
                MarkdownTable.decimals(
                        results.medianOf(
                                LOOPS, params, micros -> speedUp.applyAsDouble(micros) / bare.applyAsDouble(micros)),
                        3),
                "ratio at least 0.97");
    }

    private void gap(String what, String counter, Map<String, String> params, String goal) {
        double micros = results.medianOf(LOOPS, params, nanos -> nanos.get(counter)) / Durations.MICRO;
        table.row("measured, gap between slices, " + what, MarkdownTable.decimals(micros, 1) + " µs", "", "", goal);
    }

    private void operation(UncontendedOperation operation, ThreadKind threads) {
        Map<String, String> params = Map.of("operation", operation.name(), "threads", threads.name());
        String what = operation.words() + ", " + words(threads);
        each(what, OPERATIONS, params, UncontendedBenchmark.OPERATIONS, operation.peer(), "ratio at most 2");
    }

    private void passes(ThreadKind threads) {
        Map<String, String> params = Map.of("threads", threads.name());
        String what = "a value passed between two tasks on two cores, " + words(threads);
        each(what, PASSES, params, PassingBenchmark.PASSES, "SynchronousQueue", "");
    }

    /** Adds what one of many operations took, on the measured clock and bare. */
    private void each(String what, String name, Map<String, String> params, int count, String peer, String goal) {
        if (!results.has(name, params)) {
            return;
        }
        double measured = results.medianOf(name, params, nanos -> nanos.get("measured")) / count;
        double bare = results.medianOf(name, params, nanos -> nanos.get("bare")) / count;
        double ratio = results.medianOf(name, params, nanos -> nanos.get("measured") / nanos.get("bare"));
        table.row(
                "measured, " + what,
                MarkdownTable.nanos(measured),
                MarkdownTable.nanos(bare) + ", " + peer,
                MarkdownTable.decimals(ratio, 2),
                goal);
    }

    private static String words(ThreadKind threads) {
        return threads.name().toLowerCase(Locale.ROOT) + " threads";
    }
}
