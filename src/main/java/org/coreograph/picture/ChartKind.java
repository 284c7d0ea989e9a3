package org.coreograph.picture;

import org.coreograph.model.Named;

/** What a picture shows. */
public enum ChartKind implements Named {
    /** All runs of a scene above each other on one time axis. */
    COMPARISON("comparison", "Comparison"),
    /** The last run of a scene alone. */
    TIMELINE("timeline", "Timeline"),
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
