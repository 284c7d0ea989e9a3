package org.coreograph.gallery;

import java.util.List;
import java.util.Map;
import org.coreograph.model.Durations;
import org.coreograph.model.Prose;

/** A question to be answered before the answer is revealed. */
public sealed interface Question {
    /** Returns what is asked. */
    Prose text();

    /** Returns where the right answer comes from. */
    Truth truth();

    /** Returns what is said with the right answer. */
    Prose reveal();

    /**
     * Asks for a number.
     *
     * @param unit what stands behind it, such as {@code ms} or {@code switches}; may be empty
     */
    record Amount(Prose text, String unit, Truth truth, Prose reveal) implements Question {
        private static final Map<String, Double> SIZES = Map.of(
                "ns", 1.0,
                "us", (double) Durations.MICRO,
                "µs", (double) Durations.MICRO,
                "ms", (double) Durations.MILLI,
                "s", (double) Durations.SECOND,
                "%", 0.01);

        /** Returns a figure of a run in the unit: times are in nanoseconds there, and shares from 0 to 1. */
        public double inUnit(double figure) {
            return figure / SIZES.getOrDefault(unit, 1.0);
        }
    }

    /** Asks for one of some answers. */
    record Choice(Prose text, List<String> choices, Truth truth, Prose reveal) implements Question {
        public Choice {
            choices = List.copyOf(choices);
        }
    }

    /** Asks for a mark on the time axis; the truth is a time in nanoseconds. */
    record Mark(Prose text, Truth truth, Prose reveal) implements Question {}
}
