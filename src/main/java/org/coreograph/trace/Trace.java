package org.coreograph.trace;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.coreograph.model.EventSink;
import org.coreograph.model.ObjectInfo;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a run, or in the part of it that is over. Immutable.
 *
 * <p>Task ids index {@link #tasks()}, {@link #times()} and {@link #taskLane}; core numbers {@link #coreLane}.
 */
public final class Trace {
    private final long endNanos;
    private final List<TaskInfo> tasks;
    private final List<ObjectInfo> objects;
    private final List<String> texts;
    private final List<TaskTimes> times;
    private final Map<Integer, Wait> lastWaits;
    private final List<Lane> coreLanes;
    private final List<Lane> taskLanes;
    private final List<SliceFacts> facts;
    private final Wakes wakes;
    private final Actions actions;

    Trace(
            long endNanos,
            List<TaskInfo> tasks,
            List<ObjectInfo> objects,
            List<String> texts,
            List<TaskTimes> times,
            Map<Integer, Wait> lastWaits,
            List<Lane> coreLanes,
            List<Lane> taskLanes,
            List<SliceFacts> facts,
            Wakes wakes,
            Actions actions) {
        this.endNanos = endNanos;
        this.tasks = tasks;
        this.objects = objects;
        this.texts = texts;
        this.times = times;
        this.lastWaits = Map.copyOf(lastWaits);
        this.coreLanes = coreLanes;
        this.taskLanes = taskLanes;
        this.facts = facts;
        this.wakes = wakes;
        this.actions = actions;
    }

    /** Returns when the run ended, or how far it had come. */
    public long endNanos() {
        return endNanos;
    }

    /** Returns how many cores there were at any time. */
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

    /** Returns the tasks that belong in a picture, in order of id. */
    public List<Integer> listedTasks() {
        return IntStream.range(0, tasks.size()).filter(this::listed).boxed().toList();
    }

    /** Returns what tasks shared, such as channels, by their ids. */
    public List<ObjectInfo> objects() {
        return objects;
    }

    /** Returns the name of something that tasks share, such as {@code mutex score}. */
    public String objectName(int object) {
        return objects.get(object).title();
    }

    /** Returns what a core did: spans of running, switching and being off, with idleness between them. */
    public Lane coreLane(int core) {
        return coreLanes.get(core);
    }

    /** Returns what a task did from its arrival to its end, without a gap. */
    public Lane taskLane(int task) {
        return taskLanes.get(task);
    }

    /**
     * Returns a task's wait that went on when the run ended, or null. Where it began at that very instant it has no
     * length, and no span on the task's lane; the task waits all the same.
     */
    public @Nullable Wait lastWait(int task) {
        return lastWaits.get(task);
    }

    /** Returns what the platform told of a core's slices. */
    public SliceFacts facts(int core) {
        return facts.get(core);
    }

    public Wakes wakes() {
        return wakes;
    }

    public Actions actions() {
        return actions;
    }

    /** Returns the value of an action as a person reads it; empty where it has none. */
    public String valueText(int action) {
        long value = actions.value(action);
        return switch (actions.valueKind(action)) {
            case NONE -> "";
            case NUMBER -> Long.toString(value);
            case DECIMAL -> Double.toString(Double.longBitsToDouble(value));
            case TEXT -> texts.get((int) value);
        };
    }
}
