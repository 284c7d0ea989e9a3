package org.coreograph.model;

/** What a blocked task waits for. */
public enum WaitKind {
    /** A time to come. */
    SLEEP("sleeping"),
    /** A device. */
    IO("waiting for I/O"),
    /** Others to finish; a task that only joins is not in progress. */
    JOIN("waiting for tasks to finish"),
    /** A receiver, or room in a channel's buffer. */
    SEND("sending"),
    /** A value in a channel. */
    RECEIVE("receiving"),
    /** One of several channels. */
    SELECT("selecting"),
    /** A mutex to be handed over. */
    LOCK("locking"),
    /** A read-write mutex that nobody writes under. */
    READ_LOCK("locking for reading"),
    /** A permit of a semaphore. */
    ACQUIRE("waiting for a permit"),
    /** A condition to be signalled. */
    CONDITION("waiting for a condition"),
    /** The other parties of a barrier. */
    BARRIER("waiting at a barrier"),
    /** What is done once and is being done by another. */
    ONCE("waiting for what is done once"),
    /** Something out of a pool. */
    POOL("waiting for a pool"),
    /** A value on the bus between cores that have a memory each. */
    BUS("waiting for the bus");

    private final String title;

    WaitKind(String title) {
        this.title = title;
    }

    /** Returns what a blocked task is doing, such as {@code receiving}. */
    public String title() {
        return title;
    }
}
