package org.coreograph.gallery;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.coreograph.model.BadInputException;
import org.coreograph.model.Durations;
import org.coreograph.model.Named;
import org.coreograph.model.WholeNumbers;
import org.jspecify.annotations.Nullable;

/** What the values of a parameter look like. */
public sealed interface ParameterType {
    /**
     * Reads a text.
     *
     * @param name the parameter's name, for the message
     * @throws BadInputException if the text is no such value; the message names it and what is allowed
     */
    Object read(String name, String text);

    /** Returns what is allowed, in a few words and without its unit. */
    String allowed();

    /** Returns the smallest value, of a list for each of its values; null where values aren't numbers. */
    @Nullable
    Long min();

    /** Returns the largest value, of a list for each of its values; null where values aren't numbers. */
    @Nullable
    Long max();

    /** Returns what can be chosen, or nothing where anything may be typed. */
    default List<Named> options() {
        return List.of();
    }

    /** One whole number. */
    record WholeNumber(Long min, Long max) implements ParameterType {
        @Override
        public Long read(String name, String text) {
            return WholeNumbers.parse(name, text, min, max);
        }

        @Override
        public String allowed() {
            return min + " to " + max;
        }
    }

    /** Whole numbers with commas between them. */
    record WholeNumberList(Long min, Long max) implements ParameterType {
        @Override
        public List<Long> read(String name, String text) {
            return parts(name, text, ",").stream()
                    .map(part -> WholeNumbers.parse("each of " + name, part.strip(), min, max))
                    .toList();
        }

        @Override
        public String allowed() {
            return min + " to " + max;
        }
    }

    /** One duration, typed as a decimal in milliseconds, within limits in whole milliseconds. */
    record Span(Long min, Long max) implements ParameterType {
        @Override
        public Long read(String name, String text) {
            long nanos = Durations.parseMillis(name, text);
            if (nanos < min * Durations.MILLI || nanos > max * Durations.MILLI) {
                throw new BadInputException(name + " must be " + allowed() + " ms, but was '" + text + "'");
            }
            return nanos;
        }

        @Override
        public String allowed() {
            return min + " to " + max;
        }
    }

    /** Durations with commas between them, typed as decimals in milliseconds. */
    record Millis() implements ParameterType {
        @Override
        public List<Long> read(String name, String text) {
            return millis(name, parts(name, text, ","));
        }

        @Override
        public String allowed() {
            return min() + " to " + max();
        }

        @Override
        public Long min() {
            return 0L;
        }

        @Override
        public Long max() {
            return Durations.MAX_NANOS / Durations.MILLI;
        }
    }

    /**
     * Durations as {@link Millis}, several with slashes between them in the place of one: they compute, wait for I/O,
     * compute, and so on. May be empty, for none.
     */
    record Bursts() implements ParameterType {
        @Override
        public List<List<Long>> read(String name, String text) {
            if (text.isEmpty()) {
                return List.of();
            }
            // Split at either first, so that the limit holds for all of them together.
            parts(name, text, "[,/]");
            return parts(name, text, ",").stream()
                    .map(part -> millis(name, parts(name, part, "/")))
                    .toList();
        }

        @Override
        public String allowed() {
            return min() + " to " + max();
        }

        @Override
        public Long min() {
            return 0L;
        }

        @Override
        public Long max() {
            return Durations.MAX_NANOS / Durations.MILLI;
        }
    }

    /** One of some names. */
    record Choice<E extends Enum<E> & Named>(Class<E> choices) implements ParameterType {
        @Override
        public E read(String name, String text) {
            return Named.parse(choices, name, text);
        }

        @Override
        public String allowed() {
            return options().stream().map(Named::id).collect(Collectors.joining(", "));
        }

        @Override
        public List<Named> options() {
            return List.of(choices.getEnumConstants());
        }

        @Override
        public @Nullable Long min() {
            return null;
        }

        @Override
        public @Nullable Long max() {
            return null;
        }
    }

    /** How many values a list has at most. */
    int MAX_LIST = 10_000;

    private static List<String> parts(String name, String text, String between) {
        List<String> parts = Arrays.asList(text.split(between, -1));
        if (parts.size() > MAX_LIST) {
            throw new BadInputException(name + " must have at most " + MAX_LIST + " values, but had " + parts.size());
        }
        return parts;
    }

    private static List<Long> millis(String name, List<String> parts) {
        return parts.stream()
                .map(part -> Durations.parseMillis("each of " + name, part))
                .toList();
    }
}
