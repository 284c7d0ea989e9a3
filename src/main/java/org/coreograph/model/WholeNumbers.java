package org.coreograph.model;

import java.util.regex.Pattern;

/** Reads whole numbers: digits from 0 to 9, with a minus sign before them or none. */
public final class WholeNumbers {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");

    private WholeNumbers() {}

    /**
     * Reads a whole number.
     *
     * @param what what it is, for the message
     * @throws BadInputException if it is none from {@code min} to {@code max}; the message names both
     */
    public static long parse(String what, String text, long min, long max) {
        String complaint = what + " must be a whole number from " + min + " to " + max + ", but was '" + text + "'";
        if (!NUMBER.matcher(text).matches()) {
            throw new BadInputException(complaint);
        }
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
}
