package org.coreograph.model;

/** Results of programs that a picture has a sign for, by their names. */
public final class ResultNames {
    /** By when the program should be done, in nanoseconds from the start. */
    public static final String DEADLINE = "deadlineNanos";

    private ResultNames() {}
}
