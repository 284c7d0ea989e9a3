package org.coreograph.picture;

import java.util.Arrays;
import org.coreograph.analysis.StepFunction;
import org.coreograph.timeline.Viewport;

/**
 * What can be seen of a step function: points from each of which a value holds. Where it changes often within about a
 * pixel, the points say its average over that pixel, so that a brief change doesn't look longer than it was. Immutable.
 */
final class StepColumns {
    /** Up to so many changes within a block are shown as they are. */
    private static final int FEW = 2;

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
            columns.addBlock(function, i, next, end);
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

    private void addBlock(StepFunction function, int from, int to, long endNanos) {
        int last = to - 1;
        if (to - from > FEW) {
            double area = 0;
            for (int i = from; i < last; i++) {
                area += (double) function.value(i) * (function.atNanos(i + 1) - function.atNanos(i));
            }
            add(function.atNanos(from), area / (function.atNanos(last) - function.atNanos(from)));
            add(Math.min(endNanos, function.atNanos(last)), function.value(last));
            return;
        }
        for (int i = from; i < to && function.atNanos(i) < endNanos; i++) {
            add(function.atNanos(i), function.value(i));
        }
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

    /** Returns the least or the greatest value that holds somewhere between two times; 0 where nothing is known. */
    double extreme(long fromNanos, long untilNanos, boolean greatest) {
        double found = Double.NaN;
        for (int i = 0; i < size; i++) {
            long end = i + 1 < size ? times[i + 1] : times[i] + 1;
            if (end > fromNanos && times[i] < untilNanos) {
                found = Double.isNaN(found) || (greatest ? values[i] > found : values[i] < found) ? values[i] : found;
            }
        }
        boolean unknown = size == 0 || times[size - 1] < untilNanos || times[0] > fromNanos;
        return Double.isNaN(found) || (unknown && !greatest) ? 0 : found;
    }
}
