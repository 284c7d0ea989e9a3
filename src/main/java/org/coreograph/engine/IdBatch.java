package org.coreograph.engine;

import java.util.Arrays;

/** Ids collected in any order within an instant, and read in ascending order. */
final class IdBatch {
    private int[] ids = new int[16];
    private int size;
    private boolean sorted = true;

    void add(int id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
        }
        sorted &= size == 0 || ids[size - 1] < id;
        ids[size++] = id;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void sort() {
        if (!sorted) {
            Arrays.sort(ids, 0, size);
            sorted = true;
        }
    }

    int get(int index) {
        return ids[index];
    }

    void clear() {
        size = 0;
        sorted = true;
    }
}
