package org.coreograph.ui.timeline;

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

    /** Wants a task selected, or no longer. */
    void onTask(int task);

    /** Wants the task selected that is some rows below the selected one, or above. */
    void onNextTask(int rows);
}
