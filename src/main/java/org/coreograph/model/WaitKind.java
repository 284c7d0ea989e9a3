package org.coreograph.model;

/** What a blocked task waits for. */
public enum WaitKind {
    /** A time to come. */
    SLEEP("sleeping"),
    /** A device: a disk, a network. */
    IO("waiting for I/O"),
    /** Others to finish; a task that only joins is not in progress. */
    JOIN("waiting for tasks to finish"),
    /** A receiver, or room in a channel's buffer. */
    SEND("sending"),
    /** A value in a channel. */
    RECEIVE("receiving"),
    /** The first of several channels that is ready. */
    SELECT("selecting"),
    /** A mutex to be handed over. */
    LOCK("locking"),
    /** A read-write mutex, beside other readers. */
    READ_LOCK("locking for reading"),
    /** Permits of a semaphore, or something out of a pool. */
    ACQUIRE("acquiring"),
    /** A condition to be signalled. */
    CONDITION("waiting for a condition"),
    /** The others to come to a barrier. */
    BARRIER("waiting at a barrier"),
    /** Another task to have done what is done once. */
    ONCE("waiting for once"),
    /** A message on its way over the bus. */
    BUS("on the bus");

    private final String title;

    WaitKind(String title) {
        this.title = title;
    }

    /** Returns what a blocked task is doing, such as {@code receiving}. */
    public String title() {
        return title;
    }
}
