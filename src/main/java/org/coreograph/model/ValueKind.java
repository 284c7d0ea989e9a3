package org.coreograph.model;

/** How the 64 bits of a value are to be read. */
public enum ValueKind {
    /** Not at all: there is no value, or nobody needs to see it. */
    NONE,
    /** As a whole number. */
    NUMBER,
    /** As a {@code double}, by {@link Double#doubleToRawLongBits}. */
    DECIMAL,
    /** As the number of a text that {@link EventSink#declareText} gave out. */
    TEXT
}
