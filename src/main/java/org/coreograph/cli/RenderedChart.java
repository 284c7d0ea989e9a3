package org.coreograph.cli;

import org.coreograph.model.Named;
import org.coreograph.picture.ChartKind;

/** What {@code render} can draw: the charts of a run or two, and one of many runs. */
enum RenderedChart implements Named {
    COMPARISON(ChartKind.COMPARISON),
    TIMELINE(ChartKind.TIMELINE),
    TASKS(ChartKind.TASKS),
    RUNNING(ChartKind.RUNNING),
    /** How often runs with different seeds came to what. */
    OUTCOMES("outcomes", "Outcomes");

    private final String id;
    private final String title;

    RenderedChart(ChartKind kind) {
        this(kind.id(), kind.title());
    }

    RenderedChart(String id, String title) {
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
