package org.coreograph.viewmodel;

import org.coreograph.analysis.RunReport;
import org.coreograph.model.RunRequest;
import org.coreograph.trace.TraceRecorder;
import org.jspecify.annotations.Nullable;

/**
 * How far a comparison has come. Immutable.
 *
 * @param one the run on one core, empty until it begins
 * @param many the run on the cores asked for, empty until it begins
 * @param trouble why there is no comparison, in one line, or null
 */
record RunNews(
        Ask ask,
        Phase phase,
        RunReport one,
        RunReport many,
        @Nullable String trouble) {
    enum Phase {
        /** The one-core run goes on. */
        ONE_CORE,
        /** The run on the cores asked for goes on. */
        N_CORES,
        /** Both are over. */
        DONE,
        /** A person stopped them: what had happened by then is there. */
        STOPPED,
        /** They could not be run. */
        FAILED
    }

    /** Returns news of a comparison that had no trouble. */
    static RunNews of(Ask ask, Phase phase, RunReport one, RunReport many) {
        return new RunNews(ask, phase, one, many, null);
    }

    /** Returns a report of a run that has not begun: lanes with nothing on them. */
    static RunReport notBegun(RunRequest request, String title) {
        return RunReport.of(request, title, new TraceRecorder(request.settings().cores()).snapshot(0), null);
    }

    /** Returns the same with what the run under way has done so far. */
    RunNews with(RunReport live) {
        boolean first = phase == Phase.ONE_CORE;
        boolean both = first && ask.cores() == 1;
        return new RunNews(ask, phase, first ? live : one, both || !first ? live : many, trouble);
    }

    /** Returns the run that goes on, or went on last. */
    RunReport live() {
        return phase == Phase.ONE_CORE ? one : many;
    }

    /** Returns whether something goes on. */
    boolean underWay() {
        return switch (phase) {
            case ONE_CORE, N_CORES -> true;
            case DONE, STOPPED, FAILED -> false;
        };
    }
}
