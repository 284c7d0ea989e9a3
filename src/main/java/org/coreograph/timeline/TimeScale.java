package org.coreograph.timeline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.ToDoubleFunction;

/**
 * Round times along an axis. All labels of an axis have the same unit and the same number of decimals, as in
 * {@code 0.00 s}, {@code 0.25 s}, {@code 0.50 s}.
 *
 * @param stepNanos from one tick to the next
 * @param unit of all labels
 * @param decimals of all labels, as many as the step needs
 * @param firstNanos the first tick, a multiple of the step
 * @param count how many ticks there are
 */
public record TimeScale(long stepNanos, Unit unit, int decimals, long firstNanos, int count) {
    /** From a label to the next it is at least so many times its width. */
    private static final double ROOM = 2.2;

    /** Units of time; the digits are those of a nanosecond in it. */
    public enum Unit {
        SECONDS("s", 9),
        MILLIS("ms", 6),
        MICROS("µs", 3),
        NANOS("ns", 0);

        private final String symbol;
        private final int digits;

        Unit(String symbol, int digits) {
            this.symbol = symbol;
            this.digits = digits;
        }

        private long nanos() {
            return BigDecimal.TEN.pow(digits).longValueExact();
        }
    }

    /**
     * Returns the finest scale whose labels don't touch, not even where the last is moved to stay within the axis.
     *
     * @param labelWidthPx measures a label
     */
    public static TimeScale of(Viewport viewport, ToDoubleFunction<String> labelWidthPx) {
        Unit unit = unitFor(viewport.endNanos());
        for (long decade = 1; ; decade *= 10) {
            for (long step : new long[] {decade, 2 * decade, decade * 5 / 2, 5 * decade}) {
                boolean whole = step * 2 % 5 != 0 || decade >= 10;
                if (whole && step > 0 && fits(viewport, unit, step, labelWidthPx)) {
                    return withStep(viewport, unit, step);
                }
            }
        }
    }

    private static Unit unitFor(long nanos) {
        for (Unit unit : Unit.values()) {
            if (nanos >= unit.nanos()) {
                return unit;
            }
        }
        return Unit.NANOS;
    }

    private static boolean fits(Viewport viewport, Unit unit, long step, ToDoubleFunction<String> labelWidthPx) {
        double stepPx = step / viewport.nanosPerPx();
        if (stepPx < 1) {
            return false;
        }
        if (step > viewport.spanNanos()) {
            return true;
        }
        String longest = label(viewport.endNanos() / step * step, unit, decimals(step, unit));
        return labelWidthPx.applyAsDouble(longest) * ROOM <= stepPx;
    }

    private static TimeScale withStep(Viewport viewport, Unit unit, long step) {
        long first = Math.ceilDiv(viewport.startNanos(), step) * step;
        long count = Math.max(0, Math.floorDiv(viewport.endNanos() - first, step) + 1);
        return new TimeScale(step, unit, decimals(step, unit), first, (int) count);
    }

    private static int decimals(long step, Unit unit) {
        return Math.max(
                0, BigDecimal.valueOf(step, unit.digits).stripTrailingZeros().scale());
    }

    public long tickNanos(int index) {
        return firstNanos + index * stepNanos;
    }

    public String label(int index) {
        return label(tickNanos(index), unit, decimals);
    }

    /** Returns a time between ticks in the axis's unit, with a decimal more than the labels where there is one. */
    public String between(long nanos) {
        return label(nanos, unit, Math.min(unit.digits, decimals + 1));
    }

    private static String label(long nanos, Unit unit, int decimals) {
        return BigDecimal.valueOf(nanos, unit.digits)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .toPlainString() + " " + unit.symbol;
    }
}
