package org.coreograph.picture;

import java.util.Arrays;
import org.coreograph.analysis.StepFunction;
import org.coreograph.timeline.Viewport;

/**
 * What can be seen of a step function: points from each of which a value holds. Where it changes again within about a
 * pixel, the points say its average from the first change on, so that a brief change looks no longer than it was, and
 * the same wherever it falls on the pixels. Immutable.
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
        long block = 1L << bits;
        long averagedUntil = start - block;
        int i = firstAfter(function, start);
        while (i < function.size() && function.atNanos(i) < end) {
            long from = function.atNanos(i);
            boolean follows = from - averagedUntil < block;
            long until = from + block;
            if (follows) {
                // From here on at multiples of a block, so that averages stay as they are while panning.
                from = averagedUntil;
                until = (((from + block) >> bits) + 1) << bits;
            }
            until = Math.min(until, end);
            int next = i;
            while (next < function.size() && function.atNanos(next) < until) {
                next++;
            }
            if (next - i == 1 && !follows) {
                columns.add(from, function.value(i));
            } else {
                columns.addAverage(function, Math.min(from, until - block), until);
                averagedUntil = until;
            }
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

    /** Adds the average between two times, from the last point on at the earliest. */
    private void addAverage(StepFunction function, long fromNanos, long untilNanos) {
        long from = Math.max(fromNanos, times[size - 1]);
        double area = 0;
        long at = from;
        double value = function.valueAt(from);
        for (int i = firstAfter(function, from); i < function.size() && function.atNanos(i) < untilNanos; i++) {
            area += value * (function.atNanos(i) - at);
            at = function.atNanos(i);
            value = function.value(i);
        }
        area += value * (untilNanos - at);
        add(from, area / (untilNanos - from));
        add(untilNanos, function.valueAt(untilNanos));
    }

    /** A later value for the same time replaces the earlier one, which would be drawn as a line. */
    private void add(long nanos, double value) {
        if (size > 0 && times[size - 1] == nanos) {
            values[size - 1] = value;
            return;
        }
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
