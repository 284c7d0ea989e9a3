package org.coreograph.model;

/** Who goes on where a task is about to access something shared. */
public enum Interleave implements Named {
    /** The task itself: only the policy and declared costs decide. */
    DECLARED("declared", "As declared"),
    /** Drawn, with equal chance, among that task and all that are ready. */
    RANDOM("random", "Random");

    private final String id;
    private final String title;

    Interleave(String id, String title) {
        this.id = id;
        this.title = title;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }
}
