package org.coreograph.trace;

import org.coreograph.model.EventSink;
import org.coreograph.model.WaitKind;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a task while the records of its run are read, in the order in which things ended. What has no length
 * leaves no span, and may come in any order within its
 * instant; the gaps between spans are the times at which the task
 * was ready.
 */
final class TaskLife {
    private final Lane.Builder lane = new Lane.Builder(0);
    private long arrivalNanos = TaskTimes.NEVER;
    private long firstRunNanos = TaskTimes.NEVER;
    private long finishNanos = TaskTimes.NEVER;
    private boolean failed;
    private int slices;
    private int switches;
    private int migrations;

    /** What it has been doing since when; matters only where the records end before it does. */
    private SpanKind state = SpanKind.READY;

    private int object = EventSink.NONE;
    private long sinceNanos;

    void arrived(long atNanos) {
        arrivalNanos = atNanos;
    }

    void ran(LogCursor record, int core) {
        dispatched(record);
        WaitKind wait = record.waitKind();
        SpanKind next = switch (record.sliceEnd()) {
            case PREEMPTED -> SpanKind.READY;
            case BLOCKED -> kind(wait);
            case ENDED, CUT -> SpanKind.RUNNING;
        };
        ran(record.start(), record.end(), core);
        now(next, record.other(), record.end());
    }

    /** A switch to it counts, also one that was cut short. */
    void dispatched(LogCursor record) {
        switches += record.switched() ? 1 : 0;
        migrations += record.migrated() ? 1 : 0;
    }

    private void ran(long startNanos, long endNanos, int core) {
        slices++;
        if (firstRunNanos == TaskTimes.NEVER || startNanos < firstRunNanos) {
            firstRunNanos = startNanos;
        }
        span(startNanos, endNanos, core, SpanKind.RUNNING);
    }

    /** Adds a slice that goes on at a time. */
    void underWay(EventLog.Open slice, int core, long endNanos) {
        ran(slice.startNanos(), endNanos, core);
        now(SpanKind.RUNNING, EventSink.NONE, endNanos);
    }

    void waited(LogCursor record) {
        span(record.start(), record.end(), record.other(), kind(record.waitKind()));
        // The slice that came after it within one instant may have been read before it.
        if (sinceNanos < record.end()) {
            now(SpanKind.READY, EventSink.NONE, record.end());
        }
    }

    /** Adds a wait that went on when the run ended. */
    void stuck(LogCursor record) {
        SpanKind kind = kind(record.waitKind());
        span(record.start(), record.end(), record.other(), kind);
        now(kind, record.other(), record.end());
    }

    void ended(LogCursor record) {
        finishNanos = record.start();
        failed = record.failed();
    }

    private void now(SpanKind what, int on, long nanos) {
        state = what;
        object = on;
        sinceNanos = nanos;
    }

    private static SpanKind kind(@Nullable WaitKind wait) {
        return wait == null ? SpanKind.BLOCKED : SpanKind.of(wait);
    }

    private void span(long startNanos, long endNanos, int who, SpanKind kind) {
        if (startNanos < endNanos) {
            lane.add(lane.lastEnd(arrivalNanos), startNanos, EventSink.NONE, SpanKind.READY);
            lane.add(startNanos, endNanos, who, kind);
        }
    }

    /** Returns its lane, up to the end of the run or to where that had come. */
    Lane lane(long endNanos) {
        if (arrivalNanos == TaskTimes.NEVER) {
            return Lane.EMPTY;
        }
        // A slice without length, such as a last one, ends a time of being ready too.
        long readyUntil = Math.max(arrivalNanos, finishNanos == TaskTimes.NEVER ? sinceNanos : finishNanos);
        lane.add(lane.lastEnd(arrivalNanos), readyUntil, EventSink.NONE, SpanKind.READY);
        if (finishNanos == TaskTimes.NEVER && state != SpanKind.RUNNING) {
            lane.add(lane.lastEnd(arrivalNanos), endNanos, object, state);
        }
        return lane.build();
    }

    TaskTimes times() {
        return new TaskTimes(arrivalNanos, firstRunNanos, finishNanos, failed, slices, switches, migrations);
    }
}
