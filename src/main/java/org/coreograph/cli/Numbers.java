package org.coreograph.cli;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.coreograph.model.BadInputException;

/** Reads the numbers of options. */
final class Numbers {
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,10}(\\.\\d{0,10})?|\\.\\d{1,10}");

    private Numbers() {}

    /**
     * Reads a whole number.
     *
     * @param what what it is, for the message
     * @throws BadInputException if it is none from {@code min} to {@code max}
     */
    static long whole(String what, String text, long min, long max) {
        String complaint = what + " must be a whole number from " + min + " to " + max + ", but was '" + text + "'";
        try {
            long value = Long.parseLong(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new BadInputException(complaint, e);
        }
        throw new BadInputException(complaint);
    }

    /**
     * Reads a decimal number, such as 1.5.
     *
     * @param what what it is, for the message
     * @throws BadInputException if it is none from {@code min} to {@code max}
     */
    static double decimal(String what, String text, double min, double max) {
        double value = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (!(value >= min && value <= max)) {
            throw new BadInputException(
                    what + " must be a number from " + plain(min) + " to " + plain(max) + ", but was '" + text + "'");
        }
        return value;
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
