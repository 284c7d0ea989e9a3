package org.coreograph.viewmodel;

import java.util.List;

/**
 * How the values of a slider lie along its track, from position 0 at the left to 1 at the right. Stateless.
 *
 * <p>Every value that {@link #value} returns is a round one, and comes back: {@code value(position(v)) == v}.
 */
public interface SliderScale {
    /** A value with its text beside the track. */
    record Mark(long value, String text) {}

    /** Returns where a value lies; one beyond an end lies at the end. */
    double position(long value);

    /** Returns the round value at a position. */
    long value(double position);

    /** Returns the next round value above, or the last. */
    long next(long value);

    /** Returns the next round value below, or the first. */
    long previous(long value);

    /** Returns the values to write beside the track. */
    List<Mark> marks();
}
