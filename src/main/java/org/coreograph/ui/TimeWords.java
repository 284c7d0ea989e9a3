package org.coreograph.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.coreograph.model.Durations;

/** Writes times that stand beside each other: in one unit, with as many decimals. */
final class TimeWords {
    private static final int DIGITS = 4;

    private TimeWords() {}

    /**
     * Writes a time.
     *
     * @param longestNanos the longest of those it stands beside, which decides on the unit
     */
    static String time(long nanos, long longestNanos) {
        long unit = 1;
        String name = "ns";
        if (longestNanos >= Durations.SECOND) {
            unit = Durations.SECOND;
            name = "s";
        } else if (longestNanos >= Durations.MILLI) {
            unit = Durations.MILLI;
            name = "ms";
        } else if (longestNanos >= Durations.MICRO) {
            unit = Durations.MICRO;
            name = "µs";
        }
        int decimals = unit == 1 ? 0 : Math.max(0, DIGITS - Long.toString(longestNanos / unit).length());
        return BigDecimal.valueOf(nanos)
                        .divide(BigDecimal.valueOf(unit))
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .toPlainString()
                + " " + name;
    }
}
