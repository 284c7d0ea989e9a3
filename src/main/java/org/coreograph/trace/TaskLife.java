package org.coreograph.trace;

import org.coreograph.model.EventSink;
import org.jspecify.annotations.Nullable;

/** What the records of a run, read log by log, tell of a task, but for its spans. */
final class TaskLife {
    private long arrivalNanos = TaskTimes.NEVER;
    private long firstRunNanos = TaskTimes.NEVER;
    private long finishNanos = TaskTimes.NEVER;
    private boolean failed;
    private int slices;
    private int switches;
    private int migrations;

    /** What it does, by its {@link SpanCode}, since when after the last of its records; matters where it didn't end. */
    private byte state = SpanCode.of(SpanKind.READY);

    private int object = EventSink.NONE;
    private long sinceNanos;
    private @Nullable Wait lastWait;

    /** How many spans it has, but for those in which it was ready. */
    private int pieces;

    void arrived(long atNanos) {
        arrivalNanos = atNanos;
    }

    void ran(LogCursor record) {
        dispatched(record);
        byte next = switch (record.sliceEnd()) {
            case PREEMPTED -> SpanCode.of(SpanKind.READY);
            case BLOCKED -> SpanCode.ofWait(record.waitKind());
            case ENDED, CUT -> SpanCode.of(SpanKind.RUNNING);
        };
        ran(record.start(), record.end(), next, record.other());
    }

    /** A switch to it counts, also one that was cut short. */
    void dispatched(LogCursor record) {
        switches += record.switched() ? 1 : 0;
        migrations += record.migrated() ? 1 : 0;
    }

    /** Adds a slice that goes on at a time. */
    void underWay(EventLog.Open slice, long endNanos) {
        ran(slice.startNanos(), endNanos, SpanCode.of(SpanKind.RUNNING), EventSink.NONE);
    }

    private void ran(long startNanos, long endNanos, byte next, int on) {
        slices++;
        if (firstRunNanos == TaskTimes.NEVER || startNanos < firstRunNanos) {
            firstRunNanos = startNanos;
        }
        piece(startNanos, endNanos);
        // At one instant a wait without length can only have come before the slice that ends then.
        if (endNanos >= sinceNanos) {
            now(next, on, endNanos);
        }
    }

    void waited(LogCursor record) {
        piece(record.start(), record.end());
        if (record.end() > sinceNanos) {
            now(SpanCode.of(SpanKind.READY), EventSink.NONE, record.end());
        }
    }

    /** Adds a wait that went on when the run ended. */
    void stuck(LogCursor record) {
        piece(record.start(), record.end());
        byte code = SpanCode.ofWait(record.waitKind());
        now(code, record.other(), record.end());
        lastWait = new Wait(SpanCode.kind(code), record.waitKind(), record.other(), record.start());
    }

    void ended(LogCursor record) {
        finishNanos = record.start();
        failed = record.failed();
    }

    private void piece(long startNanos, long endNanos) {
        pieces += startNanos < endNanos ? 1 : 0;
    }

    private void now(byte what, int on, long nanos) {
        state = what;
        object = on;
        sinceNanos = nanos;
    }

    int pieces() {
        return pieces;
    }

    /** Returns a task's lane, up to the end of the run or to where that had come. */
    Lane lane(Pieces all, int task, long endNanos, Lane.Builder lane) {
        if (arrivalNanos == TaskTimes.NEVER) {
            return Lane.EMPTY;
        }
        all.addTo(lane, task, arrivalNanos);
        // A slice without length, such as a last one, ends a time of being ready too.
        long readyUntil = Math.max(arrivalNanos, finishNanos == TaskTimes.NEVER ? sinceNanos : finishNanos);
        lane.add(lane.lastEnd(arrivalNanos), readyUntil, EventSink.NONE, SpanKind.READY);
        if (finishNanos == TaskTimes.NEVER && state != SpanCode.of(SpanKind.RUNNING)) {
            lane.add(lane.lastEnd(arrivalNanos), endNanos, object, state);
        }
        return lane.build();
    }

    @Nullable
    Wait lastWait() {
        return lastWait;
    }

    TaskTimes times() {
        return new TaskTimes(arrivalNanos, firstRunNanos, finishNanos, failed, slices, switches, migrations);
    }
}
