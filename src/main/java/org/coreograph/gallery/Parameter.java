package org.coreograph.gallery;

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
public record Parameter(String name, String title, String defaultText, String unit, long min, long max, boolean list) {}
