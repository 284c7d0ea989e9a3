package org.coreograph.trace;

import java.util.Arrays;
import org.coreograph.model.WaitKind;
import org.jspecify.annotations.Nullable;

/**
 * A row of spans that don't overlap, sorted by start, none of length zero. Immutable.
 *
 * <p>On a core's lane {@link #who} is the task, or -1 while the core is off; on a task's lane it is the core while
 * running, and otherwise the object that the task is blocked on, or -1.
 */
public final class Lane {
    /** A lane with nothing on it. */
    public static final Lane EMPTY = new Builder(0).build();

    private final long[] starts;
    private final long[] ends;
    private final int[] whos;
    private final byte[] kinds;
    private final int size;

    private Lane(Builder builder) {
        size = builder.size;
        starts = Arrays.copyOf(builder.starts, size);
        ends = Arrays.copyOf(builder.ends, size);
        whos = Arrays.copyOf(builder.whos, size);
        kinds = Arrays.copyOf(builder.kinds, size);
    }

    public int size() {
        return size;
    }

    public long startNanos(int index) {
        return starts[index];
    }

    public long endNanos(int index) {
        return ends[index];
    }

    public int who(int index) {
        return whos[index];
    }

    public SpanKind kind(int index) {
        return SpanCode.kind(kinds[index]);
    }

    /** Returns what kind of waiting a span of a task's lane is; null where it is none. */
    public @Nullable WaitKind wait(int index) {
        return SpanCode.wait(kinds[index]);
    }

    /** Returns the first span that ends after a time, or {@link #size} where there is none. */
    public int firstEndingAfter(long nanos) {
        int found = Arrays.binarySearch(ends, 0, size, nanos);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Returns the span that covers a time, its start included and its end not, or -1. */
    public int at(long nanos) {
        int index = firstEndingAfter(nanos);
        return index < size && starts[index] <= nanos ? index : -1;
    }

    /** Collects spans in order, for one lane after the other. */
    public static final class Builder {
        private long[] starts;
        private long[] ends;
        private int[] whos;
        private byte[] kinds;
        private int size;
        private int separated = -1;

        /** @param capacity how many spans there is room for at first */
        public Builder(int capacity) {
            starts = new long[capacity];
            ends = new long[capacity];
            whos = new int[capacity];
            kinds = new byte[capacity];
        }

        /** Adds a span, leaving out empty ones and joining one that goes on where the last of its kind ended. */
        public void add(long start, long end, int who, SpanKind kind) {
            add(start, end, who, SpanCode.of(kind));
        }

        /** @param code of {@link SpanCode} */
        void add(long start, long end, int who, byte code) {
            if (end <= start) {
                return;
            }
            int last = size - 1;
            if (last > separated && ends[last] == start && whos[last] == who && kinds[last] == code) {
                ends[last] = end;
                return;
            }
            if (size == starts.length) {
                grow(Math.max(8, size * 2));
            }
            starts[size] = start;
            ends[size] = end;
            whos[size] = who;
            kinds[size++] = code;
        }

        /** Ends the last span: the next one is not joined to it. */
        void separate() {
            separated = size - 1;
        }

        long lastEnd(long otherwise) {
            return size == 0 ? otherwise : ends[size - 1];
        }

        /** Returns the lane, and begins another. */
        public Lane build() {
            Lane lane = new Lane(this);
            size = 0;
            separated = -1;
            return lane;
        }

        private void grow(int capacity) {
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
            whos = Arrays.copyOf(whos, capacity);
            kinds = Arrays.copyOf(kinds, capacity);
        }
    }
}
