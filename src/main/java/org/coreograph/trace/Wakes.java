package org.coreograph.trace;

/** Who woke whom and when, in columns sorted by time. Timers wake too; their waker is -1. Immutable. */
public final class Wakes {
    private final long[] times;
    private final int[] wakers;
    private final int[] woken;

    Wakes(long[] times, int[] wakers, int[] woken) {
        this.times = times;
        this.wakers = wakers;
        this.woken = woken;
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
}
