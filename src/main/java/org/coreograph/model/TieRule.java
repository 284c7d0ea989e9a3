package org.coreograph.model;

/** Who goes first into the ready queue when tasks arrive at the instant at which others are preempted; textbooks differ. */
public enum TieRule implements Named {
    /** Tasks that arrive or wake go ahead of those whose quantum ended. */
    ARRIVALS_FIRST("arrivals-first", "Arrivals first"),
    /** Tasks whose quantum ended go ahead of those that arrive or wake. */
    PREEMPTED_FIRST("preempted-first", "Preempted first");

    private final String id;
    private final String title;

    TieRule(String id, String title) {
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
