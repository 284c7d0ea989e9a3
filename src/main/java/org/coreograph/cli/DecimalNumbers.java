package org.coreograph.cli;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.coreograph.model.BadInputException;

/** Reads the decimal numbers of options. */
final class DecimalNumbers {
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,10}(\\.[0-9]{0,10})?|\\.[0-9]{1,10}");

    private DecimalNumbers() {}

    /**
     * Reads a decimal number above 0, such as 1.5.
     *
     * @param what what it is, for the message
     * @throws BadInputException if it is none, or above {@code max}
     */
    static double parse(String what, String text, double max) {
        double value = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : 0;
        if (value <= 0 || value > max) {
            throw new BadInputException(
                    what + " must be a number above 0 and at most " + plain(max) + ", but was '" + text + "'");
        }
        return value;
    }

    /** Writes a number as it would be typed, such as 4. */
    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
