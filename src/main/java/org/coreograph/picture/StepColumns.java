package org.coreograph.picture;

import java.util.Arrays;
import org.coreograph.analysis.StepFunction;
import org.coreograph.timeline.Viewport;

/**
 * What can be seen of a step function: points from each of which a value holds. Where it changes often within about a
 * pixel, the points say its average over that pixel, so that a brief change doesn't look longer than it was. Immutable.
 */
final class StepColumns {
    private long[] times = new long[64];
    private double[] values = new double[64];
    private int size;

    private StepColumns() {}

    /** @param lastNanos where the last value ends to be known */
    static StepColumns of(StepFunction function, Viewport viewport, long lastNanos) {
        StepColumns columns = new StepColumns();
        long start = viewport.startNanos();
        long end = Math.min(viewport.endNanos(), lastNanos);
        if (end <= start) {
            return columns;
        }
        columns.add(start, function.valueAt(start));
        int bits = 64 - Long.numberOfLeadingZeros(Math.max(1, (long) viewport.nanosPerPx()));
        int i = firstAfter(function, start);
        while (i < function.size() && function.atNanos(i) < end) {
            long blockEnd = ((function.atNanos(i) >> bits) + 1) << bits;
            int next = i;
            while (next < function.size() && function.atNanos(next) < blockEnd) {
                next++;
            }
            columns.addBlock(function, i, next, bits, end);
            i = next;
        }
        columns.add(end, function.valueAt(end));
        return columns;
    }

    private static int firstAfter(StepFunction function, long nanos) {
        int low = 0;
        int high = function.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (function.atNanos(middle) <= nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** One change is shown where it is; more are averaged over the block. */
    private void addBlock(StepFunction function, int from, int to, int bits, long endNanos) {
        if (to - from == 1) {
            add(function.atNanos(from), function.value(from));
            return;
        }
        long blockStart = Math.max(times[0], function.atNanos(from) >> bits << bits);
        long blockEnd = Math.min(endNanos, ((function.atNanos(from) >> bits) + 1) << bits);
        double area = (double) function.valueAt(blockStart) * (function.atNanos(from) - blockStart);
        for (int i = from; i < to; i++) {
            long until = Math.min(blockEnd, i + 1 < to ? function.atNanos(i + 1) : blockEnd);
            area += (double) function.value(i) * Math.max(0, until - function.atNanos(i));
        }
        add(blockStart, area / (blockEnd - blockStart));
        add(blockEnd, function.valueAt(blockEnd));
    }

    private void add(long nanos, double value) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        times[size] = nanos;
        values[size++] = value;
    }

    int size() {
        return size;
    }

    long atNanos(int index) {
        return times[index];
    }

    double value(int index) {
        return values[index];
    }

    /** Returns the greatest value up to a time; 0 where nothing is known. */
    double greatestUntil(long nanos) {
        double greatest = 0;
        for (int i = 0; i < size && times[i] <= nanos; i++) {
            greatest = Math.max(greatest, values[i]);
        }
        return greatest;
    }

    /** Returns the first time from which on the value stays at a level or above it for a while, or -1. */
    long firstStaying(double level, long whileNanos) {
        long since = -1;
        for (int i = 0; i < size; i++) {
            if (since >= 0 && times[i] - since >= whileNanos) {
                return since;
            }
            since = values[i] < level ? -1 : since < 0 ? times[i] : since;
        }
        return -1;
    }

    /** Returns the least value between two times. */
    double leastBetween(long fromNanos, long untilNanos) {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < size && times[i] < untilNanos; i++) {
            boolean ended = i + 1 < size && times[i + 1] <= fromNanos;
            least = ended ? least : Math.min(least, values[i]);
        }
        return least;
    }
}
