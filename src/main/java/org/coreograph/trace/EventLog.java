package org.coreograph.trace;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.coreograph.model.Action;
import org.coreograph.model.EventSink;
import org.coreograph.model.SliceEnd;
import org.coreograph.model.ValueKind;
import org.coreograph.model.WaitKind;
import org.jspecify.annotations.Nullable;

/**
 * One writer's records, appended by one thread at a time and read by any other meanwhile ({@link LogCursor}).
 *
 * <p>A record is four longs: a start, an end, an extra number and a packed word ({@link RecordWord}). What the first
 * three are where there is no start or end is said where it is written. Records lie in chunks that never move, so that a
 * reader that has seen up to where they were written (published with release, read with acquire) needs no lock.
 */
final class EventLog implements EventSink.Writer {
    /** A core's slice under way, or how long it has been off, as far as can be seen from outside. */
    record Open(long dispatchedNanos, long startNanos, int task) {
        /** Nothing is under way. */
        static final Open NOTHING = new Open(EventSink.NONE, EventSink.NONE, EventSink.NONE);

        boolean something() {
            return startNanos != EventSink.NONE;
        }

        /** Returns whether the core is off. */
        boolean off() {
            return task == EventSink.NONE;
        }
    }

    static final int LONGS = 4;

    private static final long[] NO_CHUNK = new long[0];
    private static final VarHandle WRITTEN;
    private static final VarHandle OPEN_START;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            WRITTEN = lookup.findVarHandle(EventLog.class, "written", long.class);
            OPEN_START = lookup.findVarHandle(EventLog.class, "openStartNanos", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final ChunkSource source;
    private volatile long[][] chunks = new long[0][];
    private int chunkCount;
    private long[] chunk = NO_CHUNK;

    /** Up to where records were written: the number of a chunk in the upper half, the place in it in the lower. */
    private long written;

    /** Guards the two below: written before them as none and after them as a start, so that a reader sees a whole. */
    private long openStartNanos = EventSink.NONE;

    private long openDispatchedNanos;
    private int openTask;

    EventLog(ChunkSource source) {
        this.source = source;
    }

    @Override
    public void arrived(long atNanos, int task) {
        append(atNanos, atNanos, 0, RecordWord.of(RecordWord.ARRIVED, 0, 0, 0, task, EventSink.NONE));
    }

    /** The extra number is when the task was dispatched. */
    @Override
    public void ran(
            long dispatchedNanos,
            long startNanos,
            long endNanos,
            int task,
            SliceEnd why,
            @Nullable WaitKind wait,
            int object,
            boolean switched,
            boolean migrated) {
        int flags = (switched ? RecordWord.SWITCHED_FLAG : 0) | (migrated ? RecordWord.MIGRATED_FLAG : 0);
        int kind = wait == null ? 0 : wait.ordinal() + 1;
        long word = RecordWord.of(RecordWord.RAN, why.ordinal(), kind, flags, task, object);
        append(startNanos, endNanos, dispatchedNanos, word);
        closeOpen();
    }

    @Override
    public void switched(long startNanos, long endNanos, int task, boolean counts) {
        int flags = counts ? RecordWord.SWITCHED_FLAG : 0;
        append(startNanos, endNanos, 0, RecordWord.of(RecordWord.SWITCHED, 0, 0, flags, task, EventSink.NONE));
    }

    /** The start is the time of the processor, the extra number the thread, and the processor is where tasks are. */
    @Override
    public void facts(long cpuNanos, long osThread, int processor) {
        append(cpuNanos, 0, osThread, RecordWord.of(RecordWord.FACTS, 0, 0, 0, processor, EventSink.NONE));
    }

    @Override
    public void off(long startNanos, long endNanos) {
        append(startNanos, endNanos, 0, RecordWord.of(RecordWord.OFF, 0, 0, 0, EventSink.NONE, EventSink.NONE));
        closeOpen();
    }

    /** The extra number is the waker. */
    @Override
    public void blocked(long startNanos, long endNanos, int task, WaitKind kind, int object, int waker) {
        append(startNanos, endNanos, waker, RecordWord.of(RecordWord.BLOCKED, 0, kind.ordinal() + 1, 0, task, object));
    }

    @Override
    public void stuck(long startNanos, long endNanos, int task, WaitKind kind, int object) {
        append(startNanos, endNanos, 0, RecordWord.of(RecordWord.STUCK, 0, kind.ordinal() + 1, 0, task, object));
    }

    /** The extra number is the value. */
    @Override
    public void did(long atNanos, int task, Action action, int object, ValueKind kind, long value) {
        long word = RecordWord.of(RecordWord.DID, action.ordinal(), kind.ordinal(), 0, task, object);
        append(atNanos, atNanos, value, word);
    }

    @Override
    public void ended(long atNanos, int task, boolean failed) {
        append(atNanos, atNanos, 0, RecordWord.of(RecordWord.ENDED, failed ? 1 : 0, 0, 0, task, EventSink.NONE));
    }

    @Override
    public void running(long dispatchedNanos, long startNanos, int task) {
        OPEN_START.setOpaque(this, (long) EventSink.NONE);
        VarHandle.storeStoreFence();
        openDispatchedNanos = dispatchedNanos;
        openTask = task;
        OPEN_START.setRelease(this, startNanos);
    }

    @Override
    public void offSince(long startNanos) {
        running(startNanos, startNanos, EventSink.NONE);
    }

    private void closeOpen() {
        if (openStartNanos != EventSink.NONE) {
            OPEN_START.setRelease(this, (long) EventSink.NONE);
        }
    }

    private void append(long start, long end, long extra, long word) {
        // One number says where: each record waits for the one before to have stored it.
        long position = written;
        int at = (int) position;
        long[] to = chunk;
        if (at == to.length) {
            to = nextChunk();
            position = (long) (chunkCount - 1) << 32;
            at = 0;
        }
        to[at] = start;
        to[at + 1] = end;
        to[at + 2] = extra;
        to[at + 3] = word;
        WRITTEN.setRelease(this, position + LONGS);
    }

    private long[] nextChunk() {
        int before = chunkCount;
        long[] next = source.next(before);
        long[][] all = before == chunks.length ? Arrays.copyOf(chunks, Math.max(8, before * 2)) : chunks;
        all[before] = next;
        chunkCount = before + 1;
        chunks = all;
        chunk = next;
        return next;
    }

    /** Returns its chunks in order; where it is written to meanwhile, those that were full are among them. */
    List<long[]> chunks() {
        return Arrays.stream(chunks).takeWhile(Objects::nonNull).toList();
    }

    /** Returns up to where records may be read; all that was written before them is visible too. */
    long written() {
        return (long) WRITTEN.getAcquire(this);
    }

    /** Returns the records up to where it was {@link #written}. */
    LogCursor read(long until) {
        return new LogCursor(chunks, (int) (until >>> 32), (int) until);
    }

    /** Returns what is under way, or {@link Open#NOTHING}; a hint while the run goes on. */
    Open open() {
        long before = (long) OPEN_START.getAcquire(this);
        Open seen = new Open(openDispatchedNanos, before, openTask);
        VarHandle.acquireFence();
        return before != EventSink.NONE && before == (long) OPEN_START.getOpaque(this) ? seen : Open.NOTHING;
    }
}
