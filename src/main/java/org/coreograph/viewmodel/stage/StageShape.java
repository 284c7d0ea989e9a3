package org.coreograph.viewmodel.stage;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;
import org.coreograph.trace.TaskTimes;
import org.coreograph.trace.Trace;

/**
 * Which places a run needs at any time in it, so that they stay where they are while it is played. Immutable.
 *
 * @param tasks how many tasks appear
 * @param late whether a task arrives after the start
 * @param sleeping whether a task sleeps
 * @param io whether a task waits for a device
 * @param joining whether a task waits for others to finish
 * @param objects what tasks wait for, in order of creation
 */
public record StageShape(
        int cores, int tasks, boolean late, boolean sleeping, boolean io, boolean joining, List<Integer> objects) {
    /** What arrives in this part of the run is there from the start, as far as can be seen. */
    private static final int AT_THE_START = 200;

    public StageShape {
        objects = List.copyOf(objects);
    }

    /** Looks through a trace. */
    public static StageShape of(Trace trace) {
        int tasks = 0;
        boolean late = false;
        boolean sleeping = false;
        boolean io = false;
        boolean joining = false;
        SortedSet<Integer> objects = new TreeSet<>();
        for (int task = 0; task < trace.tasks().size(); task++) {
            if (!trace.listed(task)) {
                continue;
            }
            tasks++;
            TaskTimes times = trace.times().get(task);
            late |= times.arrivalNanos() > trace.endNanos() / AT_THE_START;
            Lane lane = trace.taskLane(task);
            for (int i = 0; i < lane.size(); i++) {
                sleeping |= lane.kind(i) == SpanKind.SLEEPING;
                io |= lane.kind(i) == SpanKind.IO;
                joining |= lane.kind(i) == SpanKind.JOINING;
                if (lane.kind(i) == SpanKind.BLOCKED) {
                    objects.add(lane.who(i));
                }
            }
        }
        return new StageShape(trace.cores(), tasks, late, sleeping, io, joining, List.copyOf(objects));
    }
}
