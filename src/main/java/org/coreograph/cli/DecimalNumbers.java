package org.coreograph.cli;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.coreograph.model.BadInputException;

/** Reads the decimal numbers of options. */
final class DecimalNumbers {
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,10}(\\.[0-9]{0,10})?|\\.[0-9]{1,10}");

    private DecimalNumbers() {}

    /**
     * Reads a decimal number, such as 1.5.
     *
     * @param what what it is, for the message
     * @throws BadInputException if it is none from {@code min} to {@code max}
     */
    static double parse(String what, String text, double min, double max) {
        double value = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (!(value >= min && value <= max)) {
            throw new BadInputException(
                    what + " must be a number from " + plain(min) + " to " + plain(max) + ", but was '" + text + "'");
        }
        return value;
    }

    /** Writes a number as it would be typed, such as 4. */
    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
