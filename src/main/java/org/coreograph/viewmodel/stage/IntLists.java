package org.coreograph.viewmodel.stage;

/** Lists of rising numbers, one for each key, in two columns: of objects, what was done to each. Immutable once filled. */
final class IntLists {
    private final int[] ends;
    private final int[] numbers;

    /** @param counts how many numbers each key will have */
    IntLists(int[] counts) {
        ends = new int[counts.length + 1];
        int total = 0;
        for (int key = 0; key < counts.length; key++) {
            // While it is filled, where the next one goes; afterwards where its list ends, and the next one's begins.
            ends[key + 1] = total;
            total += counts[key];
        }
        numbers = new int[total];
    }

    /** Adds a number above all that its key has. */
    void add(int key, int number) {
        numbers[ends[key + 1]++] = number;
    }

    int total() {
        return numbers.length;
    }

    int size(int key) {
        return ends[key + 1] - ends[key];
    }

    int get(int key, int index) {
        return numbers[ends[key] + index];
    }

    /** Returns how many of a key's numbers are below a limit. */
    int below(int key, int limit) {
        int low = ends[key];
        int high = ends[key + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (numbers[middle] < limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - ends[key];
    }
}
