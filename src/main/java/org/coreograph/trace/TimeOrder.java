package org.coreograph.trace;

import java.util.Arrays;

/**
 * Puts times in order that come as a few rows which are in order each, as those from several logs do, by merging
 * neighbouring rows. Equal times stay as they were. To be used again and again, by one thread.
 */
final class TimeOrder {
    private int[] order = new int[0];
    private int[] merged = new int[0];
    /** Where each row starts, and at the end where the last one ends. */
    private int[] rows = new int[16];

    private int rowCount;

    /** Returns whether times are in order already. */
    static boolean isSorted(long[] times, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (times[i] < times[i - 1]) {
                return false;
            }
        }
        return true;
    }

    /** Returns the indexes of some times in the order of these, as many as there are, until the next call. */
    int[] of(long[] times, int from, int to) {
        int size = to - from;
        if (order.length < size) {
            order = new int[size];
            merged = new int[size];
        }
        findRows(times, from, to);
        while (rowCount > 1) {
            int rowsLeft = 0;
            for (int row = 0; row < rowCount; row += 2) {
                int end = rows[Math.min(row + 2, rowCount)];
                mergeTwo(times, rows[row], rows[Math.min(row + 1, rowCount)], end);
                rows[rowsLeft++] = rows[row];
            }
            rows[rowsLeft] = size;
            rowCount = rowsLeft;
            int[] before = order;
            order = merged;
            merged = before;
        }
        return order;
    }

    private void findRows(long[] times, int from, int to) {
        rowCount = 0;
        for (int i = from; i < to; i++) {
            order[i - from] = i;
            if (i == from || times[i] < times[i - 1]) {
                if (rowCount + 1 == rows.length) {
                    rows = Arrays.copyOf(rows, rows.length * 2);
                }
                rows[rowCount++] = i - from;
            }
        }
        rows[rowCount] = to - from;
    }

    private void mergeTwo(long[] times, int first, int second, int end) {
        int left = first;
        int right = second;
        for (int at = first; at < end; at++) {
            boolean takeLeft = right == end || (left < second && times[order[left]] <= times[order[right]]);
            merged[at] = takeLeft ? order[left++] : order[right++];
        }
    }
}
