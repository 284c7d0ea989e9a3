package org.coreograph.benchmark;

import java.util.Map;

/** The rows on memory. */
final class MemoryRows {
    private static final String WAITING = "TaskMemoryBenchmark.parked";
    private static final String LIMITED = "TaskMemoryLimitBenchmark.run";
    private static final int GIGABYTE_IN_MEGABYTES = 1_000;

    private final BenchmarkResults results;
    private final MarkdownTable table;

    MemoryRows(BenchmarkResults results, MarkdownTable table) {
        this.results = results;
        this.table = table;
    }

    void add() {
        for (ParkedTasks tasks : ParkedTasks.values()) {
            Map<String, String> params = Map.of("tasks", tasks.name());
            if (results.has(WAITING, params)) {
                waiting(tasks, params);
            }
            if (results.has(LIMITED, params)) {
                limited(tasks, params);
            }
        }
    }

    private void waiting(ParkedTasks tasks, Map<String, String> params) {
        table.row(
                "memory of a task that waits, " + tasks.words(),
                kilobytes(results.medianOf(WAITING, params, bytes -> bytes.get("parked"))),
                kilobytes(results.medianOf(WAITING, params, bytes -> bytes.get("bare"))) + ", a bare thread",
                MarkdownTable.decimals(
                        results.medianOf(WAITING, params, bytes -> bytes.get("parked") / bytes.get("bare")), 2),
                tasks.virtual() ? "at most 1.5 kB" : "");
        table.row(
                "memory of its part in the trace, " + tasks.words(),
                kilobytes(results.medianOf(WAITING, params, bytes -> bytes.get("traced"))),
                "",
                "",
                "");
    }

    private void limited(ParkedTasks tasks, Map<String, String> params) {
        double megabytes = results.medianOf(LIMITED, params, peak -> peak.get("megabytes"));
        if (megabytes > 0) {
            table.row(
                    "the whole process at its largest, " + tasks.words(),
                    MarkdownTable.decimals(megabytes, 0) + " MB",
                    GIGABYTE_IN_MEGABYTES + " MB",
                    MarkdownTable.decimals(megabytes / GIGABYTE_IN_MEGABYTES, 2),
                    "at most 1,000 MB");
        }
    }

    private static String kilobytes(double bytes) {
        return MarkdownTable.decimals(bytes / 1e3, 2) + " kB";
    }
}
