package org.coreograph.trace;

import java.util.Arrays;
import org.coreograph.model.Action;
import org.coreograph.model.EventSink;
import org.coreograph.model.ValueKind;

/** What tasks did to objects, in columns sorted by time; at one instant in the order in which it was told. Immutable. */
public final class Actions {
    private static final Action[] ACTIONS = Action.values();
    private static final ValueKind[] KINDS = ValueKind.values();

    private final long[] times;
    private final int[] tasks;
    private final byte[] actions;
    private final int[] objects;
    private final byte[] kinds;
    private final long[] values;

    private Actions(Builder builder, int[] order) {
        int size = builder.size;
        times = new long[size];
        tasks = new int[size];
        actions = new byte[size];
        objects = new int[size];
        kinds = new byte[size];
        values = new long[size];
        for (int i = 0; i < size; i++) {
            int from = order[i];
            times[i] = builder.times[from];
            tasks[i] = builder.tasks[from];
            actions[i] = builder.actions[from];
            objects[i] = builder.objects[from];
            kinds[i] = builder.kinds[from];
            values[i] = builder.values[from];
        }
    }

    public int size() {
        return times.length;
    }

    public long atNanos(int index) {
        return times[index];
    }

    public int task(int index) {
        return tasks[index];
    }

    public Action action(int index) {
        return ACTIONS[actions[index]];
    }

    /** Returns the object that it was done to, or {@link EventSink#NONE}. */
    public int object(int index) {
        return objects[index];
    }

    public ValueKind valueKind(int index) {
        return KINDS[kinds[index]];
    }

    /** Returns the value's bits, which mean what {@link #valueKind} says. */
    public long value(int index) {
        return values[index];
    }

    /** Returns the first action after a time, or {@link #size} where there is none. */
    public int firstAfter(long nanos) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] <= nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Collects actions, which are in order log by log. */
    static final class Builder {
        private long[] times = new long[0];
        private int[] tasks = new int[0];
        private byte[] actions = new byte[0];
        private int[] objects = new int[0];
        private byte[] kinds = new byte[0];
        private long[] values = new long[0];
        private int size;

        void add(long atNanos, int task, Action action, int object, ValueKind kind, long value) {
            if (size == times.length) {
                int capacity = Math.max(16, size * 2);
                times = Arrays.copyOf(times, capacity);
                tasks = Arrays.copyOf(tasks, capacity);
                actions = Arrays.copyOf(actions, capacity);
                objects = Arrays.copyOf(objects, capacity);
                kinds = Arrays.copyOf(kinds, capacity);
                values = Arrays.copyOf(values, capacity);
            }
            times[size] = atNanos;
            tasks[size] = task;
            actions[size] = (byte) action.ordinal();
            objects[size] = object;
            kinds[size] = (byte) kind.ordinal();
            values[size++] = value;
        }

        Actions build() {
            return new Actions(this, new TimeOrder().of(times, 0, size));
        }
    }
}
