package org.coreograph.picture;

import java.util.List;
import java.util.stream.IntStream;
import org.coreograph.analysis.RunReport;
import org.coreograph.trace.Trace;

/**
 * A run as rows of a picture.
 *
 * @param tasks whose rows they are, for {@link Kind#TASKS}; else empty
 */
record RunRows(RunReport run, Kind kind, List<Integer> tasks) {
    /** What a row is. */
    enum Kind {
        /** A core, and the tasks it ran. */
        CORES,
        /** A task, as it is seen through the time lens. */
        TASKS,
        /** A core of the run before. */
        GHOST
    }

    /** More rows than this can't be told apart on any screen. */
    static final int MOST_TASKS = 256;

    static RunRows cores(RunReport run) {
        return new RunRows(run, Kind.CORES, List.of());
    }

    static RunRows ghost(RunReport run) {
        return new RunRows(run, Kind.GHOST, List.of());
    }

    /** Returns the rows that a scene shows of a run. */
    static RunRows of(ComparisonScene scene, RunReport run) {
        return scene.lensNanos() > 0 ? tasks(run) : cores(run);
    }

    /** Returns a row for each task that ran, the first ones where they are very many. */
    static RunRows tasks(RunReport run) {
        Trace trace = run.trace();
        List<Integer> ran = IntStream.range(0, trace.tasks().size())
                .filter(task -> trace.times().get(task).slices() > 0)
                .limit(MOST_TASKS)
                .boxed()
                .toList();
        return new RunRows(run, Kind.TASKS, ran);
    }

    int count() {
        return switch (kind) {
            case CORES, GHOST -> run.trace().cores();
            case TASKS -> tasks.size();
        };
    }

    /** Returns what goes on in a row at a time. */
    Moment moment(int row, long nanos) {
        return switch (kind) {
            case CORES, GHOST -> Moments.onCore(run, row, nanos);
            case TASKS -> Moments.ofTask(run, tasks.get(row), nanos);
        };
    }

    String label(int row) {
        return switch (kind) {
            case CORES -> "core " + row;
            case TASKS -> run.trace().tasks().get(tasks.get(row)).name();
            case GHOST -> "";
        };
    }
}
