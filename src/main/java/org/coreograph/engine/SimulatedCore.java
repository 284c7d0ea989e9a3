package org.coreograph.engine;

import org.coreograph.model.EventSink;
import org.coreograph.model.SliceEnd;
import org.jspecify.annotations.Nullable;

/** One core under the simulated clock, as {@link SimulatedCores} keeps it: data only, guarded by the kernel's token. */
final class SimulatedCore {
    final int index;
    final EventSink.Writer writer;

    /** The task on it, also while it still switches to that; null while it is idle. */
    @Nullable
    SimulatedTask task;

    int lastTask = EventSink.NONE;
    long dispatchedNanos;

    /** When the switch to the task is over. */
    long sliceStartNanos;

    /** When what the task declared is done. */
    long workEndNanos;

    /** Up to when the policy knows how long the task ran. */
    private long countedNanos;

    SimulatedCore(int index, EventSink.Writer writer) {
        this.index = index;
        this.writer = writer;
    }

    /**
     * Puts a task on it.
     *
     * @param switchNanos what it pays to run another task than its last
     * @param migrationNanos what it pays if the task last ran elsewhere
     */
    void dispatch(SimulatedTask next, long switchNanos, long migrationNanos, long now) {
        task = next;
        next.board(index, lastTask);
        lastTask = next.id;
        long start = now + (next.switched() ? switchNanos : 0) + (next.migrated() ? migrationNanos : 0);
        dispatchedNanos = now;
        sliceStartNanos = start;
        countedNanos = start;
        workEndNanos = start + next.remainingNanos;
    }

    /** Returns how much is left to do of what its task declared. */
    long remainingNanos(long now) {
        return workEndNanos - Math.max(now, sliceStartNanos);
    }

    /** Returns how long its task ran since this was asked last. */
    long takeRunNanos(long now) {
        long run = Math.max(0, now - countedNanos);
        countedNanos += run;
        return run;
    }

    /** Writes down the slice of its task, or a switch that was cut short before there was one. */
    void write(SimulatedTask its, SliceEnd why, long now) {
        if (sliceStartNanos > now) {
            its.switchCut(writer, dispatchedNanos, now);
        } else {
            its.ran(writer, dispatchedNanos, sliceStartNanos, now, why);
        }
    }
}
