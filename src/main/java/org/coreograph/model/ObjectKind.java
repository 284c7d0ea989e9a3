package org.coreograph.model;

/** What an object that tasks share is. */
public enum ObjectKind {
    CHANNEL("channel"),
    MUTEX("mutex"),
    /** A mutex that many may hold for reading, or one for writing. */
    RW_MUTEX("read-write mutex"),
    SEMAPHORE("semaphore"),
    CONDITION("condition"),
    ONCE("once"),
    POOL("pool"),
    BARRIER("barrier"),
    WAIT_GROUP("wait group"),
    ATOMIC("atomic"),
    /** A variable whose reads and writes are steps of their own. */
    SHARED("shared variable"),
    /** A value that belongs to one task at a time. */
    OWNED("owned value"),
    FILE("file"),
    SELECT("select"),
    /** What values go over between cores that have a memory each. */
    BUS("bus");

    private final String title;

    ObjectKind(String title) {
        this.title = title;
    }

    /** Returns what it is called, such as {@code read-write mutex}. */
    public String title() {
        return title;
    }
}
