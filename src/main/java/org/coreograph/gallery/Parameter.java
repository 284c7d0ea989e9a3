package org.coreograph.gallery;

import org.coreograph.model.Durations;

/**
 * A parameter of a gallery program, as it is listed and shown.
 *
 * @param name on the command line, such as {@code count}
 * @param title on the screen
 * @param defaultText the default, as it would be typed
 * @param unit such as {@code ms}, or empty
 * @param min the smallest value; for a list, of each of its values
 * @param max the largest value; for a list, of each of its values
 * @param list whether it is a list of decimals with commas between them, rather than one whole number
 */
public record Parameter(String name, String title, String defaultText, String unit, long min, long max, boolean list) {
    /** Describes a whole number. */
    static Parameter number(String name, String title, long defaultValue, long min, long max) {
        return new Parameter(name, title, Long.toString(defaultValue), "", min, max, false);
    }

    /** Describes a list of durations from 0 to a day, typed as decimals in milliseconds. */
    static Parameter millis(String name, String title, String defaultText) {
        return new Parameter(name, title, defaultText, "ms", 0, Durations.MAX_NANOS / Durations.MILLI, true);
    }
}
