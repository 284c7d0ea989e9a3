package org.coreograph.program;

import org.coreograph.model.EventSink;

/**
 * Something that tasks wait for, as the trace and a deadlock's report name it. Owned by one primitive, which changes
 * the holder only within the kernel's steps.
 */
public final class Waitable {
    private final int id;
    private final String name;
    private int holder = EventSink.NONE;

    /**
     * @param id the object's number in the trace, or {@link EventSink#NONE}
     * @param name such as {@code mutex score}
     */
    public Waitable(int id, String name) {
        this.id = id;
        this.name = name;
    }

    public int id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Returns the task that holds it, or {@link EventSink#NONE}; read within a step. */
    public int holder() {
        return holder;
    }

    void heldBy(int task) {
        holder = task;
    }
}
