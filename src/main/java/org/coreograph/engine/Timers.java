package org.coreograph.engine;

import java.util.Arrays;

/**
 * Tasks that are to wake or arrive at a time, at most one time each, in a binary heap ordered by time, then id. What is
 * cancelled stays in the heap until its time would come, and is left out then.
 */
final class Timers {
    /** The time of the earliest where there is none. */
    static final long NEVER = Long.MAX_VALUE;

    private final TaskTable<?> tasks;
    private long[] times = new long[16];
    private int[] ids = new int[16];
    private int size;
    private int cancelled;

    Timers(TaskTable<?> tasks) {
        this.tasks = tasks;
    }

    /** Sets the timer of a task that has none. */
    void set(KernelTask task, long nanos) {
        task.timerNanos = nanos;
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            ids = Arrays.copyOf(ids, size * 2);
        }
        int at = size++;
        while (at > 0 && before(nanos, task.id, (at - 1) / 2)) {
            move((at - 1) / 2, at);
            at = (at - 1) / 2;
        }
        times[at] = nanos;
        ids[at] = task.id;
    }

    /** Cancels the timer of a task, if it has one. */
    void cancel(KernelTask task) {
        if (task.timerNanos != NEVER) {
            task.timerNanos = NEVER;
            cancelled++;
        }
    }

    long earliest() {
        while (cancelled > 0 && size > 0 && tasks.get(ids[0]).timerNanos != times[0]) {
            remove();
            cancelled--;
        }
        return size == 0 ? NEVER : times[0];
    }

    /** Takes the task whose timer is the {@link #earliest}, which must have been asked for just before. */
    int take() {
        int first = ids[0];
        tasks.get(first).timerNanos = NEVER;
        remove();
        return first;
    }

    private void remove() {
        size--;
        long nanos = times[size];
        int id = ids[size];
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && before(times[child + 1], ids[child + 1], child)) {
                child++;
            }
            if (before(nanos, id, child)) {
                break;
            }
            move(child, at);
            at = child;
        }
        times[at] = nanos;
        ids[at] = id;
    }

    private boolean before(long nanos, int id, int index) {
        return nanos < times[index] || (nanos == times[index] && id < ids[index]);
    }

    private void move(int from, int to) {
        times[to] = times[from];
        ids[to] = ids[from];
    }
}
