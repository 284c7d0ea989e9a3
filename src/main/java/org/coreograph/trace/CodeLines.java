package org.coreograph.trace;

import java.util.Arrays;
import java.util.List;

/** In which line of the program each task was since when, in columns sorted by time, for each task its own. Immutable. */
public final class CodeLines {
    /** The line of a task that has not come to any. */
    public static final int NOWHERE = 0;

    /** Of no task. */
    public static final CodeLines NONE = new CodeLines(List.of());

    private final List<Column> tasks;

    private CodeLines(List<Column> tasks) {
        this.tasks = tasks;
    }

    static CodeLines of(List<LineRecorder.Building> tasks) {
        return new CodeLines(tasks.stream().map(Column::new).toList());
    }

    /** Returns how many times a task came to another line; 0 of a task that isn't known. */
    public int size(int task) {
        return task < tasks.size() ? tasks.get(task).times.length : 0;
    }

    /** Returns when a task came to a line, never before the one before. */
    public long atNanos(int task, int index) {
        return tasks.get(task).times[index];
    }

    /** Returns the line it came to, counted from 1. */
    public int line(int task, int index) {
        return tasks.get(task).lines[index];
    }

    /**
     * Returns the last of the lines that a task came to until a time, that time included, or -1 where it came to none.
     */
    public int indexAt(int task, long nanos) {
        int low = 0;
        int high = size(task);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (atNanos(task, middle) <= nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** Returns the line that a task is in at a time, or {@link #NOWHERE}. */
    public int lineAt(int task, long nanos) {
        int index = indexAt(task, nanos);
        return index < 0 ? NOWHERE : line(task, index);
    }

    /** A task's column. */
    private static final class Column {
        private final long[] times;
        private final int[] lines;

        private Column(LineRecorder.Building built) {
            times = Arrays.copyOf(built.times, built.size);
            lines = Arrays.copyOf(built.lines, built.size);
        }
    }
}
