package org.coreograph.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.coreograph.model.LineSink;

/** Keeps which line each task came to when. Written by one run, and read when that is over. */
public final class LineRecorder implements LineSink {
    /** How many changes of line are kept, of all tasks together. More can't be looked at one by one. */
    public static final int MAX_CHANGES = 200_000;

    private final int maxChanges;
    private final List<Building> tasks = new ArrayList<>();
    private int changes;
    private boolean full;

    public LineRecorder() {
        this(MAX_CHANGES);
    }

    LineRecorder(int maxChanges) {
        this.maxChanges = maxChanges;
    }

    @Override
    public void at(int task, long nanos, int line) {
        while (tasks.size() <= task) {
            tasks.add(new Building());
        }
        Building its = tasks.get(task);
        if (its.size > 0 && its.lines[its.size - 1] == line) {
            return;
        }
        full |= changes == maxChanges;
        if (!full) {
            changes++;
            its.add(nanos, line);
        }
    }

    /** Returns whether there were more changes than are kept, so that the lines are wrong after a while. */
    public boolean full() {
        return full;
    }

    /** Returns what was told. */
    public CodeLines lines() {
        return CodeLines.of(tasks);
    }

    /** The column of a task, growing. */
    static final class Building {
        long[] times = new long[4];
        int[] lines = new int[4];
        int size;

        private void add(long nanos, int line) {
            if (size == times.length) {
                times = Arrays.copyOf(times, size * 2);
                lines = Arrays.copyOf(lines, size * 2);
            }
            times[size] = nanos;
            lines[size++] = line;
        }
    }
}
