package org.coreograph.trace;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.coreograph.model.EventSink;
import org.coreograph.model.SliceEnd;
import org.coreograph.model.TraceFullException;
import org.coreograph.model.WaitKind;
import org.jspecify.annotations.Nullable;

/**
 * One writer's records, appended by one thread at a time and read by any other meanwhile.
 *
 * <p>A record is three longs: a start, an end, and a packed word. Records lie in chunks that never move, so that a
 * reader that has seen a count (published with release, read with acquire) may read that many records with no lock.
 * The word, from the lowest bit: 4 bits of {@link Type}, 2 of the {@link SliceEnd} or whether a task failed, 4 of the
 * {@link WaitKind} plus one, 2 flags, 26 of the task and 26 of another task or object, both plus one.
 */
final class EventLog implements EventSink.Writer {
    /** The types of records; the ordinal is what is packed. */
    enum Type {
        ARRIVED,
        SWITCHED,
        RAN,
        BLOCKED,
        STUCK,
        ENDED
    }

    static final int SWITCH_FLAG = 1;
    static final int MIGRATION_FLAG = 2;

    /** Stands for the slice of a log in which none is under way. */
    static final long[] NOT_OPEN = new long[0];

    private static final int LONGS = 3;
    /** A chunk is 24 KB: the chunks that 64 cores write to at the same time fit into a processor's own cache. */
    private static final int CHUNK_BITS = 10;

    static final int CHUNK = 1 << CHUNK_BITS;
    private static final int ID_BITS = 26;
    private static final int ID_MASK = (1 << ID_BITS) - 1;
    private static final Type[] TYPES = Type.values();
    private static final SliceEnd[] ENDS = SliceEnd.values();
    private static final WaitKind[] WAITS = WaitKind.values();

    private static final VarHandle COUNT;

    static {
        try {
            COUNT = MethodHandles.lookup().findVarHandle(EventLog.class, "count", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final AtomicInteger chunksLeft;
    private final int maxRecords;
    private volatile long[][] chunks = new long[1][];
    private long[] chunk = new long[0];
    private int count;

    /** Guards {@link #openTask}: written before it as none and after it as a start, so that a reader sees a pair. */
    private volatile long openStart = EventSink.NONE;

    private int openTask = EventSink.NONE;

    /**
     * @param chunksLeft how many more chunks all the logs of a run together may take
     * @param maxRecords how many records that is, for the message
     */
    EventLog(AtomicInteger chunksLeft, int maxRecords) {
        this.chunksLeft = chunksLeft;
        this.maxRecords = maxRecords;
    }

    @Override
    public void arrived(long atNanos, int task) {
        append(atNanos, atNanos, word(Type.ARRIVED, 0, null, 0, task, EventSink.NONE));
    }

    @Override
    public void switched(long startNanos, long endNanos, int task) {
        append(startNanos, endNanos, word(Type.SWITCHED, 0, null, 0, task, EventSink.NONE));
    }

    @Override
    public void ran(
            long startNanos,
            long endNanos,
            int task,
            SliceEnd why,
            @Nullable WaitKind wait,
            int object,
            boolean switched,
            boolean migrated) {
        int flags = (switched ? SWITCH_FLAG : 0) | (migrated ? MIGRATION_FLAG : 0);
        append(startNanos, endNanos, word(Type.RAN, why.ordinal(), wait, flags, task, object));
        if (openStart != EventSink.NONE) {
            openStart = EventSink.NONE;
        }
    }

    @Override
    public void blocked(long startNanos, long endNanos, int task, WaitKind kind, int waker) {
        append(startNanos, endNanos, word(Type.BLOCKED, 0, kind, 0, task, waker));
    }

    @Override
    public void stuck(long startNanos, long endNanos, int task, WaitKind kind) {
        append(startNanos, endNanos, word(Type.STUCK, 0, kind, 0, task, EventSink.NONE));
    }

    @Override
    public void ended(long atNanos, int task, boolean failed) {
        append(atNanos, atNanos, word(Type.ENDED, failed ? 1 : 0, null, 0, task, EventSink.NONE));
    }

    @Override
    public void running(long startNanos, int task) {
        openStart = EventSink.NONE;
        openTask = task;
        openStart = startNanos;
    }

    private static long word(Type type, int detail, @Nullable WaitKind wait, int flags, int task, int other) {
        return type.ordinal()
                | (long) detail << 4
                | (wait == null ? 0 : wait.ordinal() + 1L) << 6
                | (long) flags << 10
                | (long) (task + 1) << 12
                | (long) (other + 1) << (12 + ID_BITS);
    }

    private void append(long start, long end, long word) {
        int index = count;
        int offset = (index & (CHUNK - 1)) * LONGS;
        if (offset == 0) {
            chunk = nextChunk(index);
        }
        long[] to = chunk;
        to[offset] = start;
        to[offset + 1] = end;
        to[offset + 2] = word;
        COUNT.setRelease(this, index + 1);
    }

    private long[] nextChunk(int index) {
        if (chunksLeft.getAndDecrement() <= 0) {
            throw new TraceFullException(
                    "the trace is full at " + maxRecords + " events: choose a longer quantum, or less work");
        }
        int at = index >>> CHUNK_BITS;
        long[][] all = chunks;
        if (at == all.length) {
            all = Arrays.copyOf(all, at * 2);
        }
        all[at] = new long[CHUNK * LONGS];
        chunks = all;
        return all[at];
    }

    /** Returns how many records may be read; all that was written before them is visible too. */
    int size() {
        return (int) COUNT.getAcquire(this);
    }

    /** Returns the start and the task of the slice under way, or {@link #NOT_OPEN}; a hint while the run goes on. */
    long[] open() {
        long before = openStart;
        int task = openTask;
        VarHandle.acquireFence();
        return before == openStart && before != EventSink.NONE ? new long[] {before, task} : NOT_OPEN;
    }

    long start(int index) {
        return field(index, 0);
    }

    long end(int index) {
        return field(index, 1);
    }

    Type type(int index) {
        return TYPES[(int) field(index, 2) & 15];
    }

    SliceEnd sliceEnd(int index) {
        return ENDS[detail(index)];
    }

    boolean failed(int index) {
        return detail(index) != 0;
    }

    private int detail(int index) {
        return (int) (field(index, 2) >>> 4) & 3;
    }

    /** Returns the kind of waiting that began, ended or went on; null where there was none. */
    @Nullable
    WaitKind wait(int index) {
        int ordinal = (int) (field(index, 2) >>> 6) & 15;
        return ordinal == 0 ? null : WAITS[ordinal - 1];
    }

    int flags(int index) {
        return (int) (field(index, 2) >>> 10) & 3;
    }

    int task(int index) {
        return ((int) (field(index, 2) >>> 12) & ID_MASK) - 1;
    }

    int other(int index) {
        return ((int) (field(index, 2) >>> (12 + ID_BITS)) & ID_MASK) - 1;
    }

    private long field(int index, int field) {
        return chunks[index >>> CHUNK_BITS][(index & (CHUNK - 1)) * LONGS + field];
    }
}
