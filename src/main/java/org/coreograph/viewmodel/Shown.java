package org.coreograph.viewmodel;

import java.util.List;
import org.coreograph.analysis.RunReport;
import org.jspecify.annotations.Nullable;

/**
 * The comparison on the screen. Immutable.
 *
 * @param one on one core
 * @param many on the slider's cores
 * @param ghost the run that was shown before in place of {@code many}, or null
 */
public record Shown(RunReport one, RunReport many, @Nullable RunReport ghost) {
    /** A ghost may be so many times as long as the runs before it is cut off. */
    private static final int MOST_OF_GHOST = 4;

    /** Returns the two runs, from top to bottom. */
    public List<RunReport> runs() {
        return List.of(one, many);
    }

    /** Returns whether both runs are the same one. */
    public boolean single() {
        return one.request().equals(many.request());
    }

    /** Returns how long the longer of the two took, or has taken so far. */
    public long endNanos() {
        return Math.max(one.endNanos(), many.endNanos());
    }

    /**
     * Returns where the time axis ends: with the longest run, the ghost's included unless it would leave no room for
     * the others.
     */
    public long axisEndNanos() {
        long end = endNanos();
        long before = ghost == null ? 0 : ghost.endNanos();
        return before / MOST_OF_GHOST <= end ? Math.max(end, before) : end;
    }

    /** Returns whether both runs are over. */
    public boolean complete() {
        return one.end() != null && many.end() != null;
    }
}
