package org.coreograph.model;

/** What kind of thing tasks wait for or share. */
public enum ObjectKind {
    CHANNEL("channel"),
    SELECT("select"),
    WAIT_GROUP("wait group"),
    MUTEX("mutex"),
    RW_MUTEX("read-write mutex"),
    SEMAPHORE("semaphore"),
    CONDITION("condition"),
    ONCE("once"),
    POOL("pool"),
    BARRIER("barrier"),
    ATOMIC("atomic"),
    SHARED("variable"),
    FILE("file"),
    BUS("bus");

    private final String title;

    ObjectKind(String title) {
        this.title = title;
    }

    /** Returns what it is called, such as {@code mutex}. */
    public String title() {
        return title;
    }
}
