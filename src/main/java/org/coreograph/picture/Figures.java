package org.coreograph.picture;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.coreograph.model.Durations;

/**
 * Writes lengths of time that are compared: all in the unit of the longest, with as many decimals as it has with four
 * digits.
 */
public record Figures(long unitNanos, String unit, int decimals) {
    /** Returns how lengths up to one are written. */
    public static Figures upTo(long longestNanos) {
        if (longestNanos >= Durations.SECOND) {
            return withUnit(longestNanos, Durations.SECOND, "s");
        }
        if (longestNanos >= Durations.MILLI) {
            return withUnit(longestNanos, Durations.MILLI, "ms");
        }
        return longestNanos >= Durations.MICRO
                ? withUnit(longestNanos, Durations.MICRO, "µs")
                : new Figures(1, "ns", 0);
    }

    private static Figures withUnit(long longestNanos, long unitNanos, String unit) {
        int whole = Long.toString(longestNanos / unitNanos).length();
        return new Figures(unitNanos, unit, Math.max(0, 4 - whole));
    }

    /** Writes times to a microsecond where the run is short enough for that to be seen, and to a nanosecond below it. */
    static Figures precise(long longestNanos) {
        Figures figures = upTo(longestNanos);
        return new Figures(figures.unitNanos, figures.unit, figures.unitNanos == 1 ? 0 : Math.max(3, figures.decimals));
    }

    /** Writes a length. */
    public String text(long nanos) {
        return BigDecimal.valueOf(nanos)
                        .divide(BigDecimal.valueOf(unitNanos))
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .toPlainString()
                + " " + unit;
    }

    /** Writes how many times as long one run took as another, such as {@code 2.00×}. */
    static String ratio(double ratio) {
        return String.format(Locale.ROOT, ratio >= 100 ? "%.0f×" : "%.2f×", ratio);
    }

    static String twoDecimals(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
