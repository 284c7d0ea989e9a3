package org.coreograph.program;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A number for each task, such as how many permits it has. A task's number is changed by that task, or for it while it
 * is blocked, and so needs no lock; the numbers of all are read when nothing runs any more, or within the kernel's steps
 * where all changes are within them too.
 *
 * <p>The numbers lie in chunks that stay where they are, so that a change is never lost to growth.
 */
final class TaskCounts {
    private static final int CHUNK = 64;

    private volatile int[][] chunks = {};

    int of(int task) {
        int[][] all = chunks;
        int index = task / CHUNK;
        return index < all.length && all[index] != null ? all[index][task % CHUNK] : 0;
    }

    void add(int task, int change) {
        int[][] all = chunks;
        int index = task / CHUNK;
        int[] chunk = index < all.length && all[index] != null ? all[index] : newChunk(index);
        chunk[task % CHUNK] += change;
    }

    /** Returns the tasks whose number isn't 0. */
    int[] tasks() {
        return IntStream.range(0, chunks.length * CHUNK)
                .filter(task -> of(task) != 0)
                .toArray();
    }

    private synchronized int[] newChunk(int index) {
        int[][] all = chunks;
        if (index >= all.length) {
            all = Arrays.copyOf(all, index + 1);
        }
        if (all[index] == null) {
            all[index] = new int[CHUNK];
        }
        // The chunk first, then the array that leads to it.
        chunks = all;
        return all[index];
    }
}
