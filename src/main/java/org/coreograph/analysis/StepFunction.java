package org.coreograph.analysis;

import java.util.Arrays;

/** A whole number that changes at given times and holds between them; 0 before the first. Immutable. */
public final class StepFunction {
    private final long[] times;
    private final int[] values;

    private StepFunction(long[] times, int[] values) {
        this.times = times;
        this.values = values;
    }

    /**
     * Counts how many intervals cover each time; an interval covers its start but not its end.
     *
     * @param starts of the intervals, in any order; sorted in place
     * @param ends as many, in any order; sorted in place
     */
    static StepFunction counting(long[] starts, long[] ends) {
        Arrays.sort(starts);
        Arrays.sort(ends);
        long[] times = new long[starts.length + ends.length];
        int[] values = new int[times.length];
        int size = 0;
        int now = 0;
        for (int s = 0, e = 0; e < ends.length; ) {
            long at = s < starts.length ? Math.min(starts[s], ends[e]) : ends[e];
            int before = now;
            while (s < starts.length && starts[s] == at) {
                now++;
                s++;
            }
            while (e < ends.length && ends[e] == at) {
                now--;
                e++;
            }
            if (now != before) {
                times[size] = at;
                values[size++] = now;
            }
        }
        return new StepFunction(Arrays.copyOf(times, size), Arrays.copyOf(values, size));
    }

    /** Returns how many changes there are. */
    public int size() {
        return times.length;
    }

    public long atNanos(int index) {
        return times[index];
    }

    /** Returns the value from a change on. */
    public int value(int index) {
        return values[index];
    }

    /** Returns the value at a time. */
    public int valueAt(long nanos) {
        int found = Arrays.binarySearch(times, nanos);
        int index = found >= 0 ? found : -found - 2;
        return index < 0 ? 0 : values[index];
    }

    public int max() {
        return Arrays.stream(values).max().orElse(0);
    }
}
