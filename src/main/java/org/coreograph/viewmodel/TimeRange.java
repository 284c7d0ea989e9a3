package org.coreograph.viewmodel;

import org.coreograph.model.Durations;

/**
 * The part of time on the screen. Immutable.
 *
 * @param fitted whether it shows all there is, and goes on to do so when that changes
 */
public record TimeRange(long startNanos, long endNanos, boolean fitted) {
    /** The shortest range there is. */
    static final long MIN_NANOS = 100;

    /** Returns the range that shows everything. */
    static TimeRange fit(long endNanos) {
        return new TimeRange(0, Math.max(1, endNanos), true);
    }

    /**
     * Returns the range that shows a run that goes on: up to a round number ahead of it, so that the axis stands still
     * for a while instead of creeping.
     */
    static TimeRange ahead(long endNanos) {
        long size = 10 * Durations.MILLI;
        for (int step = 0; size < endNanos; step++) {
            size = step % 3 == 1 ? size / 2 * 5 : size * 2;
        }
        return fit(size);
    }

    public long lengthNanos() {
        return endNanos - startNanos;
    }

    /**
     * Returns the range zoomed so that a time stays where it is.
     *
     * @param factor more than 1 shows less time
     * @param totalNanos where everything ends
     */
    TimeRange zoomed(double factor, long aroundNanos, long totalNanos) {
        long length = Math.clamp(Math.round(lengthNanos() / factor), MIN_NANOS, Math.max(MIN_NANOS, totalNanos));
        if (length >= totalNanos) {
            return fit(totalNanos);
        }
        double share = (double) (aroundNanos - startNanos) / lengthNanos();
        return new TimeRange(aroundNanos - Math.round(share * length), 0, false).kept(length, totalNanos);
    }

    /** Returns the range at another place, within what there is. */
    static TimeRange of(long startNanos, long endNanos, long totalNanos) {
        long length = Math.max(MIN_NANOS, endNanos - startNanos);
        return length >= totalNanos
                ? fit(totalNanos)
                : new TimeRange(startNanos, endNanos, false).kept(length, totalNanos);
    }

    private TimeRange kept(long length, long totalNanos) {
        long start = Math.clamp(startNanos, 0, Math.max(0, totalNanos - length));
        return new TimeRange(start, start + length, false);
    }

    /** Returns the range moved so that a time is on it. */
    TimeRange showing(long nanos, long totalNanos) {
        if (fitted || (nanos >= startNanos && nanos <= endNanos)) {
            return this;
        }
        return new TimeRange(nanos - lengthNanos() / 2, 0, false).kept(lengthNanos(), totalNanos);
    }
}
