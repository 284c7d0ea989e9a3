package org.coreograph.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes durations. All of them are whole nanoseconds from 0 to {@link #MAX_NANOS}. */
public final class Durations {
    public static final long MICRO = 1_000L;
    public static final long MILLI = 1_000_000L;
    public static final long SECOND = 1_000_000_000L;

    /** A day: the longest duration that can be declared, so that sums of many stay far from overflow. */
    public static final long MAX_NANOS = 86_400 * SECOND;

    private static final String NUMBER = "([0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)";
    private static final String UNIT = "(ns|us|µs|μs|ms|s)?";
    private static final Pattern EXACT = Pattern.compile(NUMBER + UNIT);
    private static final Pattern HUMAN = Pattern.compile("\\s*" + NUMBER + "\\s*" + UNIT + "\\s*");
    private static final Pattern MILLIS = Pattern.compile("\\s*" + NUMBER + "\\s*");
    private static final int MAX_LENGTH = 40;

    private Durations() {}

    /**
     * Reads a decimal number with a unit of ns, us (or µs), ms or s right behind it, such as {@code 2.5ms}; 0 needs no
     * unit.
     *
     * @param what what the duration is for, for the message
     * @param leastNanos the shortest one allowed
     * @throws BadInputException if the text is no duration, is no whole number of nanoseconds, is shorter or is longer
     *     than a day
     */
    public static long parse(String what, String text, long leastNanos) {
        return parse(EXACT, what, text, leastNanos);
    }

    /**
     * Reads a duration as {@link #parse} does, or as {@link #human} writes it, with spaces around it and its unit.
     *
     * @throws BadInputException as {@link #parse}
     */
    public static long parseHuman(String what, String text, long leastNanos) {
        return parse(HUMAN, what, text, leastNanos);
    }

    private static long parse(Pattern form, String what, String text, long leastNanos) {
        String complaint = what + " must be a duration from " + exact(leastNanos)
                + " to 86400s, such as 10ms or 5us, but" + " was '" + text + "'";
        Matcher matcher = form.matcher(text);
        if (text.length() > MAX_LENGTH || !matcher.matches()) {
            throw new BadInputException(complaint);
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        String unit = matcher.group(2);
        if (unit == null && number.signum() != 0) {
            throw new BadInputException(what + " needs a unit of ns, us, ms or s, but was '" + text + "'");
        }
        BigDecimal nanos = number.multiply(BigDecimal.valueOf(unit == null ? 1 : unitNanos(unit)));
        return checked(what, text, nanos, leastNanos, complaint);
    }

    /**
     * Reads a decimal number of milliseconds, with no unit.
     *
     * @throws BadInputException if it is no number from 0 to a day, in whole nanoseconds
     */
    public static long parseMillis(String what, String text) {
        String complaint = what + " must be 0 to " + MAX_NANOS / MILLI + " ms, but was '" + text + "'";
        Matcher matcher = MILLIS.matcher(text);
        if (text.length() > MAX_LENGTH || !matcher.matches()) {
            throw new BadInputException(complaint);
        }
        return checked(what, text, new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(MILLI)), 0, complaint);
    }

    private static long checked(String what, String text, BigDecimal nanos, long leastNanos, String complaint) {
        if (nanos.compareTo(BigDecimal.valueOf(MAX_NANOS)) > 0) {
            throw new BadInputException(complaint);
        }
        if (nanos.stripTrailingZeros().scale() > 0) {
            throw new BadInputException(what + " must be whole nanoseconds, but was '" + text + "'");
        }
        long value = nanos.longValueExact();
        if (value < leastNanos) {
            throw new BadInputException(complaint);
        }
        return value;
    }

    private static long unitNanos(String unit) {
        return switch (unit) {
            case "ns" -> 1;
            case "ms" -> MILLI;
            case "s" -> SECOND;
            default -> MICRO;
        };
    }

    /** Writes a duration exactly, as the command line reads it: {@code 10ms}, {@code 5us}, {@code 0}. */
    public static String exact(long nanos) {
        if (nanos == 0) {
            return "0";
        }
        if (nanos % SECOND == 0) {
            return nanos / SECOND + "s";
        }
        if (nanos % MICRO == 0) {
            boolean micros = nanos < MILLI;
            return decimal(nanos, micros ? MICRO : MILLI) + (micros ? "us" : "ms");
        }
        return nanos + "ns";
    }

    private static String decimal(long nanos, long unit) {
        return BigDecimal.valueOf(nanos)
                .divide(BigDecimal.valueOf(unit))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Writes a duration for people, with four digits at most: {@code 10 ms}, {@code 2.005 s}, {@code 0 s}. */
    public static String human(long nanos) {
        long size = Math.abs(nanos);
        if (size == 0) {
            return "0 s";
        }
        if (size < MICRO) {
            return nanos + " ns";
        }
        if (size < MILLI) {
            return digits(nanos, MICRO) + " µs";
        }
        return size < SECOND ? digits(nanos, MILLI) + " ms" : digits(nanos, SECOND) + " s";
    }

    private static String digits(long nanos, long unit) {
        BigDecimal value = BigDecimal.valueOf(nanos).divide(BigDecimal.valueOf(unit));
        int whole = value.abs().toBigInteger().toString().length();
        BigDecimal rounded = value.setScale(Math.max(0, 4 - whole), RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Writes a duration in seconds with three decimals, such as {@code 2.005 s}, so that figures line up. */
    public static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.3f s", nanos / (double) SECOND);
    }
}
