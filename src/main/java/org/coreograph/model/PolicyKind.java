package org.coreograph.model;

/** How the ready queue is served. */
public enum PolicyKind implements Named {
    /** First come first served: a task keeps its core until it blocks or ends. */
    FCFS("fcfs", "First come first served", false),
    /** One queue, first in first out; a task whose quantum is over goes to its tail while others wait. */
    ROUND_ROBIN("round-robin", "Round robin", true);

    private final String id;
    private final String title;
    private final boolean usesQuantum;

    PolicyKind(String id, String title, boolean usesQuantum) {
        this.id = id;
        this.title = title;
        this.usesQuantum = usesQuantum;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    /** Returns whether the quantum matters under this policy. */
    public boolean usesQuantum() {
        return usesQuantum;
    }
}
