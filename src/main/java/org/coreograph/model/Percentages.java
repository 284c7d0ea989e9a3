package org.coreograph.model;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes shares from 0 to 1 as percentages, such as {@code 20%}. */
public final class Percentages {
    private static final Pattern PERCENTAGE = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{0,9})?|\\.[0-9]{1,9})(%?)");
    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    private Percentages() {}

    /**
     * Reads a decimal number with a percent sign right behind it; 0 needs no sign.
     *
     * @param what what it is, for the message
     * @return the share, from 0 to 1
     * @throws BadInputException if it is none from 0% to 100%; the message names both
     */
    public static double parse(String what, String text) {
        Matcher matcher = PERCENTAGE.matcher(text);
        if (matcher.matches()) {
            BigDecimal percent = new BigDecimal(matcher.group(1));
            boolean signed = !matcher.group(2).isEmpty();
            if (percent.compareTo(MOST) <= 0 && (signed || percent.signum() == 0)) {
                return percent.movePointLeft(2).doubleValue();
            }
        }
        throw new BadInputException(
                what + " must be a percentage from 0% to 100%, such as 20%, but was '" + text + "'");
    }

    /** Writes a share as it would be typed: {@code 20%}, {@code 12.5%}. */
    public static String text(double share) {
        BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros();
        return percent.toPlainString() + "%";
    }
}
