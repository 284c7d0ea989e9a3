package org.coreograph.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the engine says when a run is over.
 *
 * @param reason one line, or null for a run that completed
 * @param endNanos when the last task ended, or when the run was cut short
 * @param result what the program computed, by name
 * @param stuck the cycle of a deadlock, or every stuck task where there is no cycle; else empty
 * @param failures stack traces of the tasks that threw, by task id
 * @param abandoned names of threads that never polled and were given up
 * @param pauses when the garbage collector stopped every task of a measured run, in order; null where that isn't known
 */
public record RunEnd(
        Outcome outcome,
        @Nullable String reason,
        long endNanos,
        Map<String, Object> result,
        List<StuckTask> stuck,
        Map<Integer, String> failures,
        List<String> abandoned,
        @Nullable List<Pause> pauses) {}
