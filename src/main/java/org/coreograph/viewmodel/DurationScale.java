package org.coreograph.viewmodel;

import java.util.ArrayList;
import java.util.List;
import org.coreograph.model.Durations;

/**
 * Durations, each ten times as long as the one before at the same distance, rounded to steps that can be said aloud. A
 * scale that begins with 0 has it at its left end, apart from the others.
 */
public final class DurationScale implements SliderScale {
    /** The round values of a decade, in percent of its first. */
    private static final int[] STEPS = {100, 125, 150, 200, 250, 300, 400, 500, 600, 800};

    /** How much of the track leads from 0 to the smallest other value. */
    private static final double ZERO_SHARE = 0.1;

    private final long[] values;
    private final boolean zero;

    private DurationScale(long[] values, boolean zero) {
        this.values = values;
        this.zero = zero;
    }

    /**
     * Returns a scale.
     *
     * @param leastNanos the smallest value, at least 10 ns, rounded
     * @param mostNanos the largest, above it; kept as it is
     * @param zero whether 0 comes before the smallest
     */
    public static DurationScale of(long leastNanos, long mostNanos, boolean zero) {
        List<Long> values = new ArrayList<>();
        if (zero) {
            values.add(0L);
        }
        for (long decade = 10; decade <= mostNanos; decade *= 10) {
            for (int step : STEPS) {
                long value = decade * step / 100;
                if (value >= leastNanos && value < mostNanos) {
                    values.add(value);
                }
            }
        }
        values.add(mostNanos);
        return new DurationScale(values.stream().mapToLong(Long::longValue).toArray(), zero);
    }

    @Override
    public double position(long value) {
        long least = values[zero ? 1 : 0];
        long most = values[values.length - 1];
        double start = zero ? ZERO_SHARE : 0;
        if (value < least) {
            return zero ? start * value / least : 0;
        }
        double share = most == least ? 1 : Math.log((double) value / least) / Math.log((double) most / least);
        return Math.min(1, start + (1 - start) * share);
    }

    @Override
    public long value(double position) {
        long best = values[0];
        for (long value : values) {
            if (Math.abs(position(value) - position) <= Math.abs(position(best) - position)) {
                best = value;
            }
        }
        return best;
    }

    @Override
    public long next(long value) {
        for (long candidate : values) {
            if (candidate > value) {
                return candidate;
            }
        }
        return values[values.length - 1];
    }

    @Override
    public long previous(long value) {
        for (int i = values.length - 1; i >= 0; i--) {
            if (values[i] < value) {
                return values[i];
            }
        }
        return values[0];
    }

    @Override
    public List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        for (long value : values) {
            if (value == 0 || isPowerOfTen(value)) {
                marks.add(new Mark(value, value == 0 ? "0" : Durations.human(value)));
            }
        }
        return marks;
    }

    private static boolean isPowerOfTen(long value) {
        return Long.toString(value).matches("10*");
    }
}
