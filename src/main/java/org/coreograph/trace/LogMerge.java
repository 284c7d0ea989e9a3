package org.coreograph.trace;

/**
 * Reads the logs of a run as one, in the order in which things ended, and within one instant log by log. Begins before
 * the first record.
 *
 * <p>A log is in that order already, so this is a heap of cursors with the next one at the root.
 */
final class LogMerge {
    private final LogCursor[] cursors;
    /** Numbers of logs; a parent comes before its children 2i + 1 and 2i + 2. */
    private final int[] heap;

    private final long[] ends;
    private int size;
    private boolean begun;

    LogMerge(LogCursor[] cursors) {
        this.cursors = cursors;
        heap = new int[cursors.length];
        ends = new long[cursors.length];
        for (int log = 0; log < cursors.length; log++) {
            if (cursors[log].next()) {
                ends[log] = cursors[log].end();
                heap[size++] = log;
            }
        }
        for (int i = size / 2 - 1; i >= 0; i--) {
            sink(i);
        }
    }

    /** Goes on to the next record; returns false where there is none. */
    boolean next() {
        if (begun && size > 0) {
            LogCursor first = cursors[heap[0]];
            if (first.next()) {
                ends[heap[0]] = first.end();
            } else {
                heap[0] = heap[--size];
            }
            sink(0);
        }
        begun = true;
        return size > 0;
    }

    /** Returns the number of the log that the record is of. */
    int log() {
        return heap[0];
    }

    /** Returns the record; who takes the one after it too leaves the cursor there. */
    LogCursor current() {
        return cursors[heap[0]];
    }

    private void sink(int from) {
        int log = heap[from];
        int at = from;
        for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], log)) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = log;
    }

    private boolean before(int a, int b) {
        return ends[a] < ends[b] || (ends[a] == ends[b] && a < b);
    }
}
