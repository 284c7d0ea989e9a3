package org.coreograph.picture;

import org.coreograph.analysis.Parallelism;
import org.coreograph.analysis.StepFunction;
import org.coreograph.trace.Trace;

/** How many tasks were in progress and how many were running, at each time of a run. */
record Steps(StepFunction inProgress, StepFunction running) {
    static Steps of(Trace trace) {
        return new Steps(Parallelism.inProgress(trace), Parallelism.running(trace));
    }

    /** Returns the most there ever were, one at least. */
    int most() {
        return Math.max(1, Math.max(inProgress.max(), running.max()));
    }
}
