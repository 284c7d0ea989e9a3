package org.coreograph.benchmark;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Says which figure belongs beside which and what the goal is, and writes all that was measured as a Markdown table.
 * Whether a goal is reached is left to who reads it.
 */
final class BenchmarkTable {
    /**
     * A figure in nanoseconds and what it stands beside, a limit or a peer.
     *
     * @param besides what that is
     * @param params which of a benchmark's results is meant
     */
    private record Comparison(
            String what, String figure, String beside, String besides, Map<String, String> params, String goal) {}

    private static final List<Comparison> COMPARISONS = List.of(
            switching("event with a switch of threads, 2 tasks on 2 cores", "sideBySide", 2),
            switching("event with a switch of threads, 64 tasks on 64 cores", "sideBySide", 64),
            switching("sleep and wake-up, 2 tasks on one core", "sleeps", 2),
            switching("sleep and wake-up, 64 tasks on one core", "sleeps", 64),
            switching("sleep and wake-up, 1,000 tasks on one core", "sleeps", 1_000),
            switching("preemption with a switch of threads, 2 tasks on one core", "turns", 2),
            switching("preemption with a switch of threads, 64 tasks on one core", "turns", 64),
            switching("preemption with a switch of threads, 1,000 tasks on one core", "turns", 1_000),
            ownEvent("event with no hand-off", "0"),
            ownEvent("event with no hand-off while 63 tasks wait", "63"),
            preemption("quanta that end together", "together"),
            preemption("quanta that end apart", "apart"),
            append("append", "record in the trace", "bareStore", "stores in an array that is there", "at most 2 ns"),
            append(
                    "appendMany",
                    "the same, a million",
                    "bareStoreMany",
                    "as many stores in an array that is there",
                    ""),
            append("appendInNewMemory", "the same in a first run", "bareStoreInNewMemory", "stores in new arrays", ""),
            append(
                    "appendBesideAnother",
                    "record while another core's log is written",
                    "bareStoreBesideAnother",
                    "stores while another thread stores elsewhere",
                    ""),
            virtualTime("two tasks that delay in turn", VirtualWorkload.DELAYS_IN_TURN),
            virtualTime("1,000 tasks of 1,000 random delays", VirtualWorkload.DELAYS_AT_RANDOM),
            virtualTime("two tasks on unbuffered channels", VirtualWorkload.CHANNELS));

    private final BenchmarkResults results;

    BenchmarkTable(BenchmarkResults results) {
        this.results = results;
    }

    private static Comparison switching(String what, String figure, int tasks) {
        String goal = switch (tasks) {
            case 2 -> "ratio at most 1.25";
            case 64 -> "ratio at most 1.6";
            default -> "ratio at most 2.2";
        };
        return new Comparison(
                "simulated " + what,
                "SwitchBenchmark." + figure,
                "SwitchBenchmark.rawHandOff",
                "raw park and unpark",
                Map.of("tasks", Integer.toString(tasks)),
                goal);
    }

    private static Comparison ownEvent(String what, String waiting) {
        Map<String, String> params = Map.of("waiting", waiting);
        return new Comparison(
                "simulated " + what,
                "EventBenchmark.ownEvent",
                "EventBenchmark.bareClock",
                "an addition",
                params,
                "at most 10 ns");
    }

    private static Comparison preemption(String what, String arrivals) {
        return new Comparison(
                "simulated preemption, 64 cores and 1,000 tasks, " + what,
                "PreemptionBenchmark.engine",
                "PreemptionBenchmark.bareLoop",
                "a heap, a ring and a log",
                Map.of("arrivals", arrivals),
                "at most 30 ns");
    }

    private static Comparison append(String figure, String what, String beside, String besides, String goal) {
        return new Comparison(what, "TraceBenchmark." + figure, "TraceBenchmark." + beside, besides, Map.of(), goal);
    }

    private static Comparison virtualTime(String what, VirtualWorkload workload) {
        return new Comparison(
                "event in virtual time, " + what,
                "VirtualTimeBenchmark.engine",
                "VirtualTimeBenchmark.coroutines",
                "kotlinx-coroutines-test",
                Map.of("workload", workload.name()),
                "");
    }

    /** Returns the table; what wasn't measured is left out. */
    String markdown() {
        MarkdownTable table = new MarkdownTable();
        COMPARISONS.forEach(comparison -> compare(comparison, table));
        new MeasuredRows(results, table).add();
        new MemoryRows(results, table).add();
        new WindowRows(results, table).add();
        return table.markdown();
    }

    private void compare(Comparison row, MarkdownTable table) {
        OptionalDouble figure = results.median(row.figure, row.params);
        OptionalDouble beside = results.median(row.beside, row.params);
        if (figure.isPresent() && beside.isPresent()) {
            table.row(
                    row.what,
                    MarkdownTable.nanos(figure.getAsDouble()),
                    MarkdownTable.nanos(beside.getAsDouble()) + ", " + row.besides,
                    MarkdownTable.decimals(figure.getAsDouble() / beside.getAsDouble(), 2),
                    row.goal);
        }
    }
}
