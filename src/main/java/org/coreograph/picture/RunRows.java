package org.coreograph.picture;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.EventSink;
import org.coreograph.trace.Lane;
import org.coreograph.trace.Trace;

/**
 * A run as rows of a picture.
 *
 * @param tasks whose rows they are, for {@link Kind#TASKS} and {@link Kind#STATES}; else empty
 */
record RunRows(RunReport run, Kind kind, List<Integer> tasks) {
    /** What a row is. */
    enum Kind {
        /** A core, and the tasks it ran. */
        CORES,
        /** A task, with what it did and what it waited for. */
        STATES,
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
        if (scene.lensNanos() > 0) {
            return tasks(run);
        }
        return switch (scene.rows()) {
            case CORES -> cores(run);
            case TASKS -> states(run);
        };
    }

    /** Returns a row for each task that belongs into a picture, the first ones where they are very many. */
    static RunRows states(RunReport run) {
        return new RunRows(
                run,
                Kind.STATES,
                run.trace().listedTasks().stream().limit(MOST_TASKS).toList());
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
            case TASKS, STATES -> tasks.size();
        };
    }

    /** Returns what goes on in a row at a time. */
    Moment moment(int row, long nanos) {
        return switch (kind) {
            case CORES, GHOST -> Moments.onCore(run, row, nanos);
            case TASKS, STATES -> Moments.ofTask(run, tasks.get(row), nanos);
        };
    }

    String label(int row) {
        return switch (kind) {
            case CORES -> "core " + row;
            case TASKS, STATES -> run.trace().tasks().get(tasks.get(row)).name();
            case GHOST -> "";
        };
    }

    /** Returns the task whose row this is, or who was on the core at a time, if anybody was. */
    OptionalInt taskAt(int row, long nanos) {
        int task = switch (kind) {
            case CORES, GHOST -> {
                Lane lane = run.trace().coreLane(row);
                int span = lane.at(nanos);
                yield span < 0 ? EventSink.NONE : lane.who(span);
            }
            case TASKS, STATES -> tasks.get(row);
        };
        return task == EventSink.NONE ? OptionalInt.empty() : OptionalInt.of(task);
    }
}
