package org.coreograph.trace;

import java.util.Arrays;

/**
 * What the platform told of the slices of a core, in columns sorted by time; -1 for what it didn't tell. Simulated runs
 * have none. Immutable.
 */
public final class SliceFacts {
    /** Stands for what the platform doesn't tell. */
    public static final long UNKNOWN = -1;

    private final long[] starts;
    private final long[] ends;
    private final int[] tasks;
    private final long[] cpus;
    private final long[] threads;
    private final int[] processors;

    private SliceFacts(Builder builder) {
        int size = builder.size;
        starts = Arrays.copyOf(builder.starts, size);
        ends = Arrays.copyOf(builder.ends, size);
        tasks = Arrays.copyOf(builder.tasks, size);
        cpus = Arrays.copyOf(builder.cpus, size);
        threads = Arrays.copyOf(builder.threads, size);
        processors = Arrays.copyOf(builder.processors, size);
    }

    public int size() {
        return starts.length;
    }

    public long startNanos(int index) {
        return starts[index];
    }

    public long endNanos(int index) {
        return ends[index];
    }

    public int task(int index) {
        return tasks[index];
    }

    /** Returns how long a processor worked for the task. */
    public long cpuNanos(int index) {
        return cpus[index];
    }

    /** Returns the operating system's id of the thread. */
    public long osThread(int index) {
        return threads[index];
    }

    /** Returns the processor on which the slice ended. */
    public int processor(int index) {
        return processors[index];
    }

    /** Returns the slice that covers a time, its start included and its end not, or -1. */
    public int at(long nanos) {
        int found = Arrays.binarySearch(ends, nanos);
        int index = found >= 0 ? found + 1 : -found - 1;
        return index < starts.length && starts[index] <= nanos ? index : -1;
    }

    /** Collects facts in order; slices without length are left out. */
    static final class Builder {
        private long[] starts = new long[0];
        private long[] ends = new long[0];
        private int[] tasks = new int[0];
        private long[] cpus = new long[0];
        private long[] threads = new long[0];
        private int[] processors = new int[0];
        private int size;

        void add(long startNanos, long endNanos, int task, long cpuNanos, long osThread, int processor) {
            if (endNanos <= startNanos) {
                return;
            }
            if (size == starts.length) {
                int capacity = Math.max(16, size * 2);
                starts = Arrays.copyOf(starts, capacity);
                ends = Arrays.copyOf(ends, capacity);
                tasks = Arrays.copyOf(tasks, capacity);
                cpus = Arrays.copyOf(cpus, capacity);
                threads = Arrays.copyOf(threads, capacity);
                processors = Arrays.copyOf(processors, capacity);
            }
            starts[size] = startNanos;
            ends[size] = endNanos;
            tasks[size] = task;
            cpus[size] = cpuNanos;
            threads[size] = osThread;
            processors[size++] = processor;
        }

        SliceFacts build() {
            return new SliceFacts(this);
        }
    }
}
