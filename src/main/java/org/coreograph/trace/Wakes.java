package org.coreograph.trace;

import java.util.Arrays;

/** Who woke whom and when, in columns sorted by time. Timers wake too; their waker is -1. Immutable. */
public final class Wakes {
    private final long[] times;
    private final int[] wakers;
    private final int[] woken;

    private Wakes(Builder builder, int[] order) {
        int size = builder.size;
        times = new long[size];
        wakers = new int[size];
        woken = new int[size];
        for (int i = 0; i < size; i++) {
            int from = order[i];
            times[i] = builder.times[from];
            wakers[i] = builder.wakers[from];
            woken[i] = builder.woken[from];
        }
    }

    public int size() {
        return times.length;
    }

    public long atNanos(int index) {
        return times[index];
    }

    public int waker(int index) {
        return wakers[index];
    }

    public int woken(int index) {
        return woken[index];
    }

    /** Returns the first wake-up at a time or later, or {@link #size} where there is none. */
    public int firstFrom(long nanos) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Collects wake-ups, which are in order log by log. */
    static final class Builder {
        private long[] times = new long[0];
        private int[] wakers = new int[0];
        private int[] woken = new int[0];
        private int size;

        void add(long atNanos, int waker, int task) {
            if (size == times.length) {
                int capacity = Math.max(16, size * 2);
                times = Arrays.copyOf(times, capacity);
                wakers = Arrays.copyOf(wakers, capacity);
                woken = Arrays.copyOf(woken, capacity);
            }
            times[size] = atNanos;
            wakers[size] = waker;
            woken[size++] = task;
        }

        Wakes build() {
            return new Wakes(this, new TimeOrder().of(times, 0, size));
        }
    }
}
