package org.coreograph.analysis;

import org.coreograph.model.RunEnd;
import org.coreograph.model.RunRequest;
import org.coreograph.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * A run as everything that shows one wants it: what was asked, what happened, and the numbers. Immutable.
 *
 * @param title the program's title
 * @param end how it ended, or null while it goes on
 */
public record RunReport(
        RunRequest request,
        String title,
        Trace trace,
        @Nullable RunEnd end,
        Statistics statistics) {
    public static RunReport of(RunRequest request, String title, Trace trace, @Nullable RunEnd end) {
        return new RunReport(request, title, trace, end, Statistics.of(trace));
    }

    public int cores() {
        return request.settings().cores();
    }

    /** Finds the time that tasks of a measured run lost through no doing of theirs. */
    public Stalls stalls() {
        return Stalls.of(trace, end == null ? null : end.pauses());
    }

    /** Returns when the run ended, or how far it has come. */
    public long endNanos() {
        return trace.endNanos();
    }
}
