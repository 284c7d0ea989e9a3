package org.coreograph.picture;

import org.coreograph.model.Named;

/** What a picture shows. */
public enum ChartKind implements Named {
    /** All runs of a scene above each other on one time axis. */
    COMPARISON("comparison", "Comparison"),
    /** The last run of a scene alone. */
    TIMELINE("timeline", "Timeline"),
    /** The last run of a scene alone, with a row for each task and what it did and waited for. */
    TASKS("tasks", "Timeline by task"),
    /** Tasks in progress against tasks running, over time. */
    RUNNING("running", "In progress and running");

    private final String id;
    private final String title;

    ChartKind(String id, String title) {
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
