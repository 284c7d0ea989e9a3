package org.coreograph.model;

/** What a blocked task waits for. */
public enum WaitKind {
    /** A time to come. */
    SLEEP("sleeping"),
    /** Others to finish; a task that only joins is not in progress. */
    JOIN("waiting for tasks to finish"),
    /** A receiver, or room in a channel's buffer. */
    SEND("sending"),
    /** A value in a channel. */
    RECEIVE("receiving"),
    /** A mutex to be handed over. */
    LOCK("locking");

    private final String title;

    WaitKind(String title) {
        this.title = title;
    }

    /** Returns what a blocked task is doing, such as {@code receiving}. */
    public String title() {
        return title;
    }
}
