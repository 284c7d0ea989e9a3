package org.coreograph.benchmark;

import java.util.Map;

/** The rows on memory. */
final class MemoryRows {
    private static final String WAITING = "TaskMemoryBenchmark.waiting";
    private static final String LIMITED = "TaskMemoryLimitBenchmark.run";

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
        double task = results.medianOf(WAITING, params, bytes -> bytes.get("task"));
        double bare = results.medianOf(WAITING, params, bytes -> bytes.get("bare"));
        table.row(
                "memory of a task that waits, " + tasks.words(),
                kilobytes(task),
                kilobytes(bare) + ", a bare thread",
                MarkdownTable.decimals(task / bare, 2),
                tasks.virtual() ? "at most 1.5 kB" : "");
    }

    private void limited(ParkedTasks tasks, Map<String, String> params) {
        double megabytes = results.medianOf(LIMITED, params, found -> found.get("peakMegabytes"));
        if (megabytes > 0) {
            table.row(
                    "the whole process at its largest, " + tasks.words(),
                    MarkdownTable.decimals(megabytes, 0) + " MB",
                    "",
                    "",
                    tasks.virtual() ? "at most 1,000 MB" : "");
        }
        double trace = results.medianOf(LIMITED, params, found -> found.get("traceBytesEach"));
        table.row("memory of a task's part in the trace, " + tasks.words(), kilobytes(trace), "", "", "");
    }

    private static String kilobytes(double bytes) {
        return MarkdownTable.decimals(bytes / 1e3, 2) + " kB";
    }
}
