package org.coreograph.scheduler;

import java.util.Arrays;

/** A number for each task, 0 until it is set. It grows with the ids and boxes nothing. */
final class TaskColumn {
    private long[] values = new long[16];

    long get(int task) {
        return task < values.length ? values[task] : 0;
    }

    void set(int task, long value) {
        if (task >= values.length) {
            values = Arrays.copyOf(values, Math.max(task + 1, values.length * 2));
        }
        values[task] = value;
    }

    void add(int task, long more) {
        set(task, get(task) + more);
    }

    /** Sets all tasks' numbers to 0. */
    void clear() {
        Arrays.fill(values, 0);
    }
}
