package org.coreograph.ui.frame;

import java.util.Arrays;

/** How long the latest frames took, for whoever works on the program. Not thread-safe. */
public final class FrameTimes {
    private static final int KEPT = 240;
    private static final long A_SECOND = 1_000_000_000L;

    private final long[] ends = new long[KEPT];
    private final long[] lengths = new long[KEPT];
    private int count;

    void add(long startNanos, long endNanos) {
        ends[count % KEPT] = endNanos;
        lengths[count % KEPT] = endNanos - startNanos;
        count++;
    }

    /** Returns how many frames there have been. */
    public int count() {
        return count;
    }

    /** Returns how long a share of the latest frames took at most; 0 before the first. */
    public long percentileNanos(double share) {
        int kept = Math.min(count, KEPT);
        if (kept == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(lengths, kept);
        Arrays.sort(sorted);
        return sorted[Math.clamp((long) Math.ceil(share * kept) - 1, 0, kept - 1)];
    }

    /** Returns how many frames there were in the last second. */
    public int inTheLastSecond(long nowNanos) {
        int kept = Math.min(count, KEPT);
        int recent = 0;
        for (int i = 0; i < kept; i++) {
            recent += nowNanos - ends[i] < A_SECOND ? 1 : 0;
        }
        return recent;
    }
}
