package org.coreograph.model;

/** How ready tasks are served. */
public enum PolicyKind implements Named {
    /** A task keeps its core until it blocks or ends. */
    FCFS("fcfs", "First come first served", false),
    /** One queue, first in first out; a task whose quantum is over goes to its tail while others wait. */
    ROUND_ROBIN("round-robin", "Round robin", true),
    /** The shortest declared burst goes first, and keeps its core until it blocks or ends. */
    SJF("sjf", "Shortest job first", false),
    /** The least that is left of a declared burst goes first; a strictly shorter arrival takes a core at once. */
    STCF("stcf", "Shortest time to completion first", false),
    /** The smallest number goes first and takes a core at once; round robin among equals. */
    PRIORITY("priority", "Priority", true),
    /** Levels with their quanta: who uses up its allotment sinks, and a higher level takes a core at once. */
    MLFQ("mlfq", "Multi-level feedback queue", true),
    /** A draw at each dispatch, in which every task has its tickets. */
    LOTTERY("lottery", "Lottery", true),
    /** The least virtual run time goes first: run time divided by weight. */
    FAIR("fair", "Fair share", true),
    /** A queue a core; a core without work takes from the tail of the longest. */
    WORK_STEALING("work-stealing", "Work stealing", true);

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
