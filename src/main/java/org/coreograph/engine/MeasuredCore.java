package org.coreograph.engine;

import org.coreograph.model.EventSink;
import org.coreograph.model.SliceEnd;
import org.jspecify.annotations.Nullable;

/** One core under the measured clock, as {@link MeasuredCores} keeps it. Guarded by the kernel's lock. */
final class MeasuredCore {
    /** The time of what doesn't come. */
    static final long NEVER = Long.MAX_VALUE;

    final int index;
    private final EventSink.Writer writer;
    private final SliceMeter meter = new SliceMeter(ThreadFacts.PLATFORM);

    private @Nullable MeasuredTask task;
    private int lastTask = EventSink.NONE;

    /** When the core was last handed on: until the slice begins, that is the hand-over. */
    private long freedNanos;

    /** When the slice began; never, while the task's thread doesn't go on yet. */
    private long sliceStartNanos = NEVER;

    /** Up to when the policy knows how long the task ran. */
    private long countedNanos;

    /** Whether the task was asked to give way because its quantum is over, and because another goes before it. */
    private boolean spent;

    private boolean outranked;

    MeasuredCore(int index, EventSink.Writer writer) {
        this.index = index;
        this.writer = writer;
    }

    /** Returns the task that is on it, or null while it is idle. */
    @Nullable
    MeasuredTask task() {
        return task;
    }

    EventSink.Writer writer() {
        return writer;
    }

    /** Notes that it is handed on from now. */
    void freed(long now) {
        freedNanos = now;
    }

    /** Puts a task on it, whose slice begins when its thread goes on. */
    void board(MeasuredTask next) {
        task = next;
        next.board(index, lastTask);
        lastTask = next.id;
        next.want(false);
    }

    /** Begins the slice of the task on it. */
    void begin(MeasuredTask its, long now) {
        sliceStartNanos = now;
        countedNanos = now;
        writer.running(dispatchedNanos(its), now, its.id);
        meter.begin();
    }

    /** Returns whether a slice has begun and goes on. */
    boolean isRunning() {
        return sliceStartNanos != NEVER;
    }

    /** Returns how long its task ran since this was asked last. */
    long takeRunNanos(long now) {
        long run = isRunning() ? Math.max(0, now - countedNanos) : 0;
        countedNanos = Math.max(countedNanos, now);
        return run;
    }

    /** Returns when the hand-over to its task began; for one that needed none, when its slice did. */
    private long dispatchedNanos(MeasuredTask its) {
        return its.switched() ? freedNanos : sliceStartNanos;
    }

    /** Writes down what was under way when the run ended. */
    void close(MeasuredTask its, long end) {
        if (isRunning()) {
            write(its, SliceEnd.CUT, end);
        } else if (its.switched()) {
            its.switchCut(writer, freedNanos, end);
        }
    }

    /** Writes down the slice of the task on it, and what the platform tells of it. */
    private void write(MeasuredTask its, SliceEnd why, long now) {
        meter.end();
        its.ran(writer, dispatchedNanos(its), sliceStartNanos, now, why);
        if (meter.knowsAnything()) {
            writer.facts(meter.cpuNanos(), meter.osThread(), meter.processor());
        }
    }

    /** Ends the slice of the task on it, which leaves it, and writes that down. */
    void cut(MeasuredTask its, SliceEnd why, long now) {
        write(its, why, now);
        its.core = KernelTask.NO_CORE;
        task = null;
        freedNanos = now;
        sliceStartNanos = NEVER;
        spent = false;
        outranked = false;
    }

    // ---- Asking the task to give way ----

    /** Asks the task to give way because its quantum is over. */
    void askSpent(MeasuredTask its) {
        spent = true;
        its.want(true);
    }

    /** Returns whether its task was asked to give way because its quantum is over. */
    boolean isSpent() {
        return spent;
    }

    /** Asks the task to give way to one of a better rank. */
    void askOutranked(MeasuredTask its) {
        outranked = true;
        its.want(true);
    }

    /** Returns whether its task was asked to give way to one of a better rank. */
    boolean isOutranked() {
        return outranked;
    }

    /** Notes that its task was asked, but keeps the core. */
    void keep() {
        spent = false;
        outranked = false;
    }
}
