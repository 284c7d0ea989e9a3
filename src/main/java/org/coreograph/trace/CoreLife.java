package org.coreograph.trace;

import org.coreograph.model.EventSink;

/** What is known of a core while its records are read. */
final class CoreLife {
    private final Lane.Builder lane = new Lane.Builder(0);
    private final SliceFacts.Builder facts = new SliceFacts.Builder();

    /** The last slice; a slice that was seen under way may be over meanwhile. */
    private long lastStartNanos;

    private long lastEndNanos;
    private int lastTask = EventSink.NONE;

    /** Adds a slice and the facts of it that follow in its log. */
    void ran(LogCursor record) {
        ran(record.extra(), record.start(), record.end(), record.task(), record.switched());
        if (record.factsFollow()) {
            record.next();
            facts.add(lastStartNanos, lastEndNanos, lastTask, record.start(), record.extra(), record.task());
        }
    }

    private void ran(long dispatchedNanos, long startNanos, long endNanos, int task, boolean switched) {
        lane.add(dispatchedNanos, startNanos, task, SpanKind.SWITCHING);
        if (switched) {
            // Another task was here meanwhile, if only for an instant and at no cost.
            lane.separate();
        }
        lane.add(startNanos, endNanos, task, SpanKind.RUNNING);
        lastStartNanos = startNanos;
        lastEndNanos = endNanos;
        lastTask = task;
    }

    void switched(LogCursor record) {
        lane.add(record.start(), record.end(), record.task(), SpanKind.SWITCHING);
    }

    void off(LogCursor record) {
        lane.add(record.start(), record.end(), EventSink.NONE, SpanKind.OFF);
    }

    /** Returns whether what was seen under way is not among the records that were read. */
    boolean isUnderWay(EventLog.Open seen) {
        if (seen.off()) {
            return lane.lastEnd(0) <= seen.startNanos();
        }
        boolean same = seen.startNanos() == lastStartNanos && seen.task() == lastTask;
        return !same && lastEndNanos <= seen.startNanos();
    }

    /** Draws what is under way until a time. */
    void underWay(EventLog.Open seen, long endNanos) {
        if (seen.off()) {
            lane.add(seen.startNanos(), endNanos, EventSink.NONE, SpanKind.OFF);
        } else {
            boolean switched = seen.dispatchedNanos() < seen.startNanos();
            ran(seen.dispatchedNanos(), seen.startNanos(), endNanos, seen.task(), switched);
        }
    }

    Lane lane() {
        return lane.build();
    }

    SliceFacts facts() {
        return facts.build();
    }
}
