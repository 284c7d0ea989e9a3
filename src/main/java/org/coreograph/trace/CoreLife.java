package org.coreograph.trace;

import org.coreograph.model.EventSink;

/** What the records of a core's log tell of the core. */
final class CoreLife {
    private final SliceFacts.Builder facts = new SliceFacts.Builder();

    /** Where what was last on the core ended, and what the last slice was. */
    private long lastEndNanos;

    private long lastStartNanos;
    private int lastTask = EventSink.NONE;

    /** Notes a record, in order. */
    void saw(LogCursor record) {
        switch (record.type()) {
            case RAN -> {
                lastStartNanos = record.start();
                lastEndNanos = record.end();
                lastTask = record.task();
            }
            case OFF -> lastEndNanos = record.end();
            case FACTS ->
                facts.add(lastStartNanos, lastEndNanos, lastTask, record.start(), record.extra(), record.processor());
            case ARRIVED, SWITCHED, BLOCKED, STUCK, DID, ENDED -> {}
        }
    }

    /** Returns whether what was seen under way is not among the records. */
    boolean isUnderWay(EventLog.Open seen) {
        boolean same = !seen.off() && seen.startNanos() == lastStartNanos && seen.task() == lastTask;
        return seen.something() && !same && lastEndNanos <= seen.startNanos();
    }

    /** Adds what a record tells to the core's lane. */
    void draw(LogCursor record, Lane.Builder lane) {
        switch (record.type()) {
            case RAN -> slice(lane, record.extra(), record.start(), record.end(), record.task(), record.switched());
            case SWITCHED -> lane.add(record.start(), record.end(), record.task(), SpanKind.SWITCHING);
            case OFF -> lane.add(record.start(), record.end(), EventSink.NONE, SpanKind.OFF);
            case ARRIVED, FACTS, BLOCKED, STUCK, DID, ENDED -> {}
        }
    }

    /** Adds what is under way at a time to the core's lane, if anything is. */
    void draw(EventLog.Open open, long endNanos, Lane.Builder lane) {
        if (open.something() && open.off()) {
            lane.add(open.startNanos(), endNanos, EventSink.NONE, SpanKind.OFF);
        } else if (open.something()) {
            boolean switched = open.dispatchedNanos() < open.startNanos();
            slice(lane, open.dispatchedNanos(), open.startNanos(), endNanos, open.task(), switched);
        }
    }

    private static void slice(
            Lane.Builder lane, long dispatchedNanos, long startNanos, long endNanos, int task, boolean switched) {
        lane.add(dispatchedNanos, startNanos, task, SpanKind.SWITCHING);
        if (switched) {
            // Another task was here meanwhile, if only for an instant and at no cost.
            lane.separate();
        }
        lane.add(startNanos, endNanos, task, SpanKind.RUNNING);
    }

    SliceFacts facts() {
        return facts.build();
    }
}
