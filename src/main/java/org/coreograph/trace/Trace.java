package org.coreograph.trace;

import java.util.List;
import org.coreograph.model.EventSink;

/**
 * What happened in a run, or in the part of it that is over. Immutable.
 *
 * <p>Task ids index {@link #tasks()}, {@link #times()} and {@link #taskLane}; core numbers {@link #coreLane}.
 */
public final class Trace {
    private final long endNanos;
    private final List<TaskInfo> tasks;
    private final List<String> objects;
    private final List<TaskTimes> times;
    private final List<Lane> coreLanes;
    private final List<Lane> taskLanes;
    private final Wakes wakes;

    Trace(
            long endNanos,
            List<TaskInfo> tasks,
            List<String> objects,
            List<TaskTimes> times,
            List<Lane> coreLanes,
            List<Lane> taskLanes,
            Wakes wakes) {
        this.endNanos = endNanos;
        this.tasks = tasks;
        this.objects = objects;
        this.times = times;
        this.coreLanes = coreLanes;
        this.taskLanes = taskLanes;
        this.wakes = wakes;
    }

    /** Returns when the run ended, or how far it had come. */
    public long endNanos() {
        return endNanos;
    }

    public int cores() {
        return coreLanes.size();
    }

    public List<TaskInfo> tasks() {
        return tasks;
    }

    public List<TaskTimes> times() {
        return times;
    }

    /** Returns whether a task belongs in a picture: every one that arrived, but for a main that never had a core. */
    public boolean listed(int task) {
        TaskTimes its = times.get(task);
        return task == EventSink.MAIN ? its.slices() > 0 : its.arrivalNanos() != TaskTimes.NEVER;
    }

    /** Returns the name of something that tasks wait for, such as {@code mutex score}. */
    public String objectName(int object) {
        return objects.get(object);
    }

    /** Returns what a core did: spans of running and switching, with idleness between them. */
    public Lane coreLane(int core) {
        return coreLanes.get(core);
    }

    /** Returns what a task did from its arrival to its end, without a gap. */
    public Lane taskLane(int task) {
        return taskLanes.get(task);
    }

    public Wakes wakes() {
        return wakes;
    }
}
