package org.coreograph.program;

import java.util.function.Supplier;

/** Something that tasks wait for, as the trace and a deadlock's report name it. */
public final class Waitable {
    private static final int[] NOBODY = {};

    private final int id;
    private final String name;
    private Supplier<int[]> holders = () -> NOBODY;

    /**
     * @param id the object's number in the trace, or {@link org.coreograph.model.EventSink#NONE}
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

    /** Returns the tasks that hold it, each of which may let it go; asked when nothing runs any more. */
    public int[] holders() {
        return holders.get();
    }

    /** Says how to find out who holds it. */
    void heldBy(Supplier<int[]> who) {
        holders = who;
    }

    /** Returns the holder of what has one at most. */
    static int[] one(int task) {
        return task < 0 ? NOBODY : new int[] {task};
    }
}
