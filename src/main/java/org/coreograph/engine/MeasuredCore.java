package org.coreograph.engine;

import org.coreograph.model.EventSink;
import org.coreograph.model.SliceEnd;
import org.jspecify.annotations.Nullable;

/**
 * One core under the measured clock, as {@link MeasuredCores} keeps it, and the writing down of what it did. Guarded by
 * the kernel's lock, but for what is {@link #seen}.
 */
final class MeasuredCore {
    /** The time of what doesn't come. */
    static final long NEVER = Long.MAX_VALUE;

    /** Whether a core takes tasks. */
    private enum State {
        /** It takes tasks. */
        ON,
        /** It takes no more, and is off once the task on it leaves. */
        LEAVING,
        /** It has no task, and takes none. */
        OFF
    }

    final int index;
    private final EventSink.Writer writer;
    private final SliceMeter meter = new SliceMeter(ThreadFacts.PLATFORM);

    private State state;

    /** Since when it has been off, while it is. */
    private long offNanos;

    private @Nullable MeasuredTask task;
    private int lastTask = EventSink.NONE;

    /** The task whose slice goes on, for readers without the lock. */
    private volatile @Nullable MeasuredTask seen;

    /** When the core was last handed on: until the slice begins, that is the hand-over. */
    private long freedNanos;

    /** When the slice began; never, while the task's thread doesn't go on yet. */
    private long sliceStartNanos = NEVER;

    /** Up to when the policy knows how long the task ran. */
    private long countedNanos;

    /** Whether the task was asked to give way because its quantum is over, and because another goes before it. */
    private boolean spent;

    private boolean outranked;

    /** @param on whether it is there from the run's start; otherwise it was off until it comes */
    MeasuredCore(int index, EventSink.Writer writer, boolean on) {
        this.index = index;
        this.writer = writer;
        state = on ? State.ON : State.OFF;
    }

    EventSink.Writer writer() {
        return writer;
    }

    // ---- On and off ----

    /** Returns whether it takes tasks. */
    boolean isOn() {
        return state == State.ON;
    }

    boolean isOff() {
        return state == State.OFF;
    }

    /** Switches it on, or has it stay. */
    void on(long now) {
        if (state == State.OFF) {
            writeOff(now);
        }
        state = State.ON;
    }

    /** Lets it take no more tasks, and asks the one that is on it to leave. */
    void leave(MeasuredTask its) {
        state = State.LEAVING;
        its.want(true);
    }

    /** Switches it off; no task is on it. */
    void off(long now) {
        state = State.OFF;
        offNanos = now;
        writer.offSince(now);
    }

    private void writeOff(long now) {
        if (offNanos < now) {
            writer.off(offNanos, now);
        }
    }

    // ---- The task on it ----

    /** Returns the task that is on it, or null while it is idle or off. */
    @Nullable
    MeasuredTask task() {
        return task;
    }

    /** Returns the task whose slice goes on, or null; any thread may ask. */
    @Nullable
    MeasuredTask seen() {
        return seen;
    }

    /** Returns the meter of its slices. */
    SliceMeter meter() {
        return meter;
    }

    /** Notes that it is handed on from now. */
    void freed(long now) {
        freedNanos = now;
    }

    /** Puts a task on it, whose slice begins when its thread goes on. */
    void board(MeasuredTask next) {
        task = next;
        next.queued = false;
        next.board(index, lastTask);
        lastTask = next.id;
        // On a core that is leaving only a draw can still put a task; that then leaves in its stead.
        next.want(state == State.LEAVING);
    }

    /** Begins the slice of the task on it. */
    void begin(MeasuredTask its, long now) {
        sliceStartNanos = now;
        countedNanos = now;
        seen = its;
        writer.running(dispatchedNanos(its), now, its.id);
        meter.begin();
    }

    /** Returns when the hand-over to its task began; for one that needed none, when its slice did. */
    private long dispatchedNanos(MeasuredTask its) {
        return its.switched() ? freedNanos : sliceStartNanos;
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
        its.want(false);
        task = null;
        seen = null;
        freedNanos = now;
        sliceStartNanos = NEVER;
        keep();
    }

    /** Writes down what was under way when the run ended. */
    void close(long end) {
        MeasuredTask its = task;
        seen = null;
        if (state == State.OFF) {
            writeOff(end);
        } else if (its != null && isRunning()) {
            write(its, SliceEnd.CUT, end);
        } else if (its != null && its.switched()) {
            its.switchCut(writer, freedNanos, end);
        }
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

    /** Forgets that its task was asked. */
    void keep() {
        spent = false;
        outranked = false;
    }
}
