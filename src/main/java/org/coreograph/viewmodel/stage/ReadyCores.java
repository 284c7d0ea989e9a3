package org.coreograph.viewmodel.stage;

import org.coreograph.model.Action;
import org.coreograph.model.EventSink;
import org.coreograph.model.MemoryKind;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.Settings;
import org.coreograph.trace.Actions;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;
import org.coreograph.trace.Trace;
import org.coreograph.trace.Wakes;

/**
 * At which core a ready task is queued, where cores have a queue each. A trace doesn't tell, but it follows from what it
 * tells: with distributed memory a task stays on the core where it was placed, and under work stealing it is queued at
 * the core of whoever started or woke it, and at its own where it was preempted.
 */
final class ReadyCores {
    private final Trace trace;
    private final Settings settings;

    ReadyCores(Trace trace, Settings settings) {
        this.trace = trace;
        this.settings = settings;
    }

    /** Returns whether cores have a queue each: of one core it is the only one. */
    static boolean apply(Settings settings) {
        return settings.cores() > 1
                && (settings.policy() == PolicyKind.WORK_STEALING || settings.memory() == MemoryKind.DISTRIBUTED);
    }

    /**
     * Returns the core at which a task is queued.
     *
     * @param span of the task's lane, in which it is ready
     */
    int of(int task, int span) {
        Lane lane = trace.taskLane(task);
        int core = settings.memory() == MemoryKind.DISTRIBUTED ? home(task, lane) : queuedAt(task, lane, span);
        return Math.min(core, trace.cores() - 1);
    }

    private int home(int task, Lane lane) {
        for (int i = 0; i < lane.size(); i++) {
            if (lane.kind(i) == SpanKind.RUNNING) {
                return lane.who(i);
            }
        }
        // It never ran; tasks are placed in turn, by id.
        return Math.floorMod(task - 1, trace.cores());
    }

    private int queuedAt(int task, Lane lane, int span) {
        if (span > 0 && lane.kind(span - 1) == SpanKind.RUNNING) {
            return lane.who(span - 1);
        }
        long sinceNanos = lane.startNanos(span);
        int by = span == 0 ? starter(task, sinceNanos) : waker(task, sinceNanos);
        int core = by == EventSink.NONE ? EventSink.NONE : coreAt(trace.taskLane(by), sinceNanos);
        return core == EventSink.NONE ? lastCore(lane, span) : core;
    }

    /** Returns who started a task, unless it arrived later by itself. */
    private int starter(int task, long arrivalNanos) {
        Actions actions = trace.actions();
        for (int i = actions.firstAfter(arrivalNanos) - 1; i >= 0 && actions.atNanos(i) == arrivalNanos; i--) {
            if (actions.action(i) == Action.START && actions.value(i) == task) {
                return actions.task(i);
            }
        }
        return EventSink.NONE;
    }

    private int waker(int task, long atNanos) {
        Wakes wakes = trace.wakes();
        for (int i = wakes.firstFrom(atNanos); i < wakes.size() && wakes.atNanos(i) == atNanos; i++) {
            if (wakes.woken(i) == task) {
                return wakes.waker(i);
            }
        }
        return EventSink.NONE;
    }

    /** Returns on which core a task ran at an instant, the ends of its slices included. */
    private static int coreAt(Lane lane, long atNanos) {
        for (long nanos : new long[] {atNanos - 1, atNanos}) {
            int span = lane.at(nanos);
            if (span >= 0 && lane.kind(span) == SpanKind.RUNNING) {
                return lane.who(span);
            }
        }
        return EventSink.NONE;
    }

    private static int lastCore(Lane lane, int span) {
        for (int i = span - 1; i >= 0; i--) {
            if (lane.kind(i) == SpanKind.RUNNING) {
                return lane.who(i);
            }
        }
        return 0;
    }
}
