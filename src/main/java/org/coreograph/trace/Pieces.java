package org.coreograph.trace;

import org.coreograph.model.EventSink;

/**
 * What tasks did, task by task, in columns: slices and waits that have a length. Of each task they come log by log, and
 * are put in order when its lane is made.
 */
final class Pieces {
    /** Where each task's pieces start, and where the next of them goes. */
    private final int[] places;

    private final int[] next;
    private final long[] starts;
    private final long[] ends;
    private final int[] whos;
    private final byte[] kinds;
    private final TimeOrder order = new TimeOrder();

    /** @param counts how many pieces each task has */
    Pieces(int[] counts) {
        places = new int[counts.length + 1];
        next = new int[counts.length];
        for (int task = 0; task < counts.length; task++) {
            next[task] = places[task];
            places[task + 1] = places[task] + counts[task];
        }
        int total = places[counts.length];
        starts = new long[total];
        ends = new long[total];
        whos = new int[total];
        kinds = new byte[total];
    }

    /** @param code of {@link SpanCode} */
    void add(int task, long startNanos, long endNanos, int who, byte code) {
        if (startNanos < endNanos) {
            int at = next[task]++;
            starts[at] = startNanos;
            ends[at] = endNanos;
            whos[at] = who;
            kinds[at] = code;
        }
    }

    /** Adds the pieces of a task to its lane, and between them the times at which it was ready. */
    void addTo(Lane.Builder lane, int task, long arrivalNanos) {
        int from = places[task];
        int to = next[task];
        if (TimeOrder.isSorted(ends, from, to)) {
            for (int i = from; i < to; i++) {
                add(lane, i, arrivalNanos);
            }
        } else {
            int[] sorted = order.of(ends, from, to);
            for (int i = 0; i < to - from; i++) {
                add(lane, sorted[i], arrivalNanos);
            }
        }
    }

    private void add(Lane.Builder lane, int i, long arrivalNanos) {
        lane.add(lane.lastEnd(arrivalNanos), starts[i], EventSink.NONE, SpanKind.READY);
        lane.add(starts[i], ends[i], whos[i], kinds[i]);
    }
}
