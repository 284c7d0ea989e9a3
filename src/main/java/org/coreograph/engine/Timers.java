package org.coreograph.engine;

import java.util.Arrays;

/** Tasks that are to wake or arrive at a time, in a binary heap ordered by time, then id. */
final class Timers {
    /** The time of the earliest where there is none. */
    static final long NEVER = Long.MAX_VALUE;

    private long[] times = new long[16];
    private int[] tasks = new int[16];
    private int size;

    void add(long nanos, int task) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            tasks = Arrays.copyOf(tasks, size * 2);
        }
        int at = size++;
        while (at > 0 && before(nanos, task, (at - 1) / 2)) {
            move((at - 1) / 2, at);
            at = (at - 1) / 2;
        }
        times[at] = nanos;
        tasks[at] = task;
    }

    long earliest() {
        return size == 0 ? NEVER : times[0];
    }

    /** Takes out the task of the earliest time; there must be one. */
    int take() {
        int first = tasks[0];
        size--;
        long nanos = times[size];
        int task = tasks[size];
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && before(times[child + 1], tasks[child + 1], child)) {
                child++;
            }
            if (before(nanos, task, child)) {
                break;
            }
            move(child, at);
            at = child;
        }
        times[at] = nanos;
        tasks[at] = task;
        return first;
    }

    private boolean before(long nanos, int task, int index) {
        return nanos < times[index] || (nanos == times[index] && task < tasks[index]);
    }

    private void move(int from, int to) {
        times[to] = times[from];
        tasks[to] = tasks[from];
    }
}
