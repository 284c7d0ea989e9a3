package org.coreograph.picture;

import java.util.Arrays;
import org.coreograph.analysis.TimeLens;
import org.coreograph.trace.Trace;

/** In which stretches tasks seem to run through a time lens, in columns, by task and then by time. Immutable. */
final class Stretches {
    private final int[] offsets;
    private final long[] starts;
    private final long[] ends;
    private final long[] rans;

    private Stretches(int[] offsets, long[] starts, long[] ends, long[] rans) {
        this.offsets = offsets;
        this.starts = starts;
        this.ends = ends;
        this.rans = rans;
    }

    static Stretches of(Trace trace, long lensNanos) {
        Columns columns = new Columns(trace.tasks().size());
        TimeLens.widen(trace, lensNanos, columns);
        for (int task = 0; task < trace.tasks().size(); task++) {
            columns.offsets[task + 1] = Math.max(columns.offsets[task], columns.offsets[task + 1]);
        }
        return new Stretches(columns.offsets, columns.starts, columns.ends, columns.rans);
    }

    /** Returns the first stretch of a task that ends after a time. */
    int firstEndingAfter(int task, long nanos) {
        int found = Arrays.binarySearch(ends, offsets[task], offsets[task + 1], nanos);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Returns the index after a task's last stretch. */
    int end(int task) {
        return offsets[task + 1];
    }

    long startNanos(int index) {
        return starts[index];
    }

    long endNanos(int index) {
        return ends[index];
    }

    /** Returns how long the task really ran within. */
    long ranNanos(int index) {
        return rans[index];
    }

    /** Returns the share of the time in which a task seems to run that it really runs; 1 for one that never does. */
    double pace(int task) {
        long seen = 0;
        long ran = 0;
        for (int i = offsets[task]; i < offsets[task + 1]; i++) {
            seen += ends[i] - starts[i];
            ran += rans[i];
        }
        return seen == 0 ? 1 : (double) ran / seen;
    }

    /** Collects stretches, which come task by task. */
    private static final class Columns implements TimeLens.Stretches {
        private final int[] offsets;
        private long[] starts = new long[64];
        private long[] ends = new long[64];
        private long[] rans = new long[64];
        private int size;

        Columns(int tasks) {
            offsets = new int[tasks + 1];
        }

        @Override
        public void add(int task, long startNanos, long endNanos, long ranNanos) {
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, size * 2);
                ends = Arrays.copyOf(ends, size * 2);
                rans = Arrays.copyOf(rans, size * 2);
            }
            starts[size] = startNanos;
            ends[size] = endNanos;
            rans[size++] = ranNanos;
            offsets[task + 1] = size;
        }
    }
}
