package org.coreograph.ui.timeline;

import org.coreograph.analysis.RunReport;

/** Hears what a person wants to see on the time axis. Called on the JavaFX thread. */
public interface TimelineListener {
    /** Wants another range of times in sight; the start is before the end. */
    void onRange(long startNanos, long endNanos);

    /** Wants the playhead at a time. */
    void onPlayhead(long nanos);

    /**
     * Pointed at a time with a click.
     *
     * @return whether that was waited for; else the playhead goes there
     */
    default boolean onPointed(long nanos) {
        return false;
    }

    /** Points at what a task of a run did at a time. */
    void onSlice(RunReport run, int task, long nanos);

    /** Wants a task selected, or no longer. */
    void onTask(int task);

    /** Wants the task selected that is some rows below the selected one, or above. */
    void onNextTask(int rows);
}
