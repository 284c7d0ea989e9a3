package org.coreograph.gallery;

import org.coreograph.model.Named;

/**
 * A parameter of a gallery program, as it is listed and shown.
 *
 * @param name on the command line, such as {@code count}
 * @param title on the screen
 * @param defaultText the default, as it would be typed
 * @param unit such as {@code ms}, or empty
 */
public record Parameter(String name, String title, String defaultText, String unit, ParameterType type) {
    /** Describes a whole number. */
    static Parameter number(String name, String title, long defaultValue, long min, long max) {
        return new Parameter(name, title, Long.toString(defaultValue), "", new ParameterType.WholeNumber(min, max));
    }

    /** Describes a list of whole numbers. */
    static Parameter numbers(String name, String title, String defaultText, long min, long max) {
        return new Parameter(name, title, defaultText, "", new ParameterType.WholeNumberList(min, max));
    }

    /** Describes a duration, typed as a decimal in milliseconds. */
    static Parameter span(String name, String title, String defaultText, long minMillis, long maxMillis) {
        return new Parameter(name, title, defaultText, "ms", new ParameterType.Span(minMillis, maxMillis));
    }

    /** Describes something that is on or off, and off by default. */
    static Parameter toggle(String name, String title) {
        return choice(name, title, Toggle.OFF);
    }

    /** Describes a list of durations from 0 to a day, typed as decimals in milliseconds. */
    static Parameter millis(String name, String title, String defaultText) {
        return new Parameter(name, title, defaultText, "ms", new ParameterType.Millis());
    }

    /** Describes a list of such durations that compute, wait for I/O, compute, and so on; it may be empty. */
    static Parameter bursts(String name, String title) {
        return new Parameter(name, title, "", "ms", new ParameterType.Bursts());
    }

    /** Describes a choice. */
    static <E extends Enum<E> & Named> Parameter choice(String name, String title, E defaultChoice) {
        return new Parameter(
                name, title, defaultChoice.id(), "", new ParameterType.Choice<>(defaultChoice.getDeclaringClass()));
    }
}
