package org.coreograph.model;

/** A runtime by name: a preset of how tasks are scheduled. */
public enum RuntimeKind implements Named {
    /** As operating systems do it: round robin, one queue. */
    OS("os", "Operating system", PolicyKind.ROUND_ROBIN),
    /** As Go does it: a queue a core with stealing, and the task that became ready last runs next. */
    GO("go", "Go", PolicyKind.WORK_STEALING),
    /** As virtual threads are scheduled: first in, first out, and a loop keeps its core until it blocks. */
    LOOM("loom", "JDK virtual-thread scheduler", PolicyKind.FCFS);

    private final String id;
    private final String title;
    private final PolicyKind policy;

    RuntimeKind(String id, String title, PolicyKind policy) {
        this.id = id;
        this.title = title;
        this.policy = policy;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    public PolicyKind policy() {
        return policy;
    }
}
